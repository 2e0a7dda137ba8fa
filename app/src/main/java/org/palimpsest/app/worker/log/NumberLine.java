package org.palimpsest.app.worker.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import org.palimpsest.engine.event.Subject;

/** Reads the numbers of a line of any form piece by piece, without making an event of it: a tenth of the work when only curves are wanted. */
final class NumberLine {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** Takes a number of a probe. */
    @FunctionalInterface
    interface Values {
        void value(String probe, String series, Subject subject, double value);
    }

    /** Takes a number of a step: a term of the loss by its name, or {@code tokens}, {@code seconds} and the like at the top. */
    @FunctionalInterface
    interface Terms {
        void value(boolean term, String name, double value);
    }

    private NumberLine() {}

    static void observed(byte[] block, int start, int length, Values values) throws IOException {
        try (JsonParser line = JSON.createParser(block, start, length)) {
            String probe = "";
            line.nextToken();
            while (line.nextToken() == JsonToken.FIELD_NAME) {
                String key = line.currentName();
                line.nextToken();
                if (key.equals("probe")) {
                    probe = line.getText();
                } else if (key.equals("observations")) {
                    while (line.nextToken() == JsonToken.START_OBJECT) {
                        observation(line, probe, values);
                    }
                } else {
                    line.skipChildren();
                }
            }
        }
    }

    private static void observation(JsonParser line, String probe, Values values) throws IOException {
        String series = "";
        Subject subject = null;
        double value = Double.NaN;
        boolean single = true;
        while (line.nextToken() == JsonToken.FIELD_NAME) {
            String key = line.currentName();
            JsonToken token = line.nextToken();
            switch (key) {
                case "shape" -> single = line.getText().equals("value");
                case "series" -> series = line.getText();
                case "subject" -> subject = subject(line.getText());
                case "value" -> value = number(line, token);
                default -> line.skipChildren();
            }
        }
        if (single && subject != null) {
            values.value(probe, series, subject, value);
        }
    }

    static void step(byte[] block, int start, int length, Terms terms) throws IOException {
        try (JsonParser line = JSON.createParser(block, start, length)) {
            line.nextToken();
            while (line.nextToken() == JsonToken.FIELD_NAME) {
                String key = line.currentName();
                JsonToken token = line.nextToken();
                if (key.equals("terms")) {
                    while (line.nextToken() == JsonToken.FIELD_NAME) {
                        String name = line.currentName();
                        terms.value(true, name, number(line, line.nextToken()));
                    }
                } else if (token.isNumeric()) {
                    terms.value(false, key, line.getDoubleValue());
                } else {
                    line.skipChildren();
                }
            }
        }
    }

    /** Numbers that are not finite are texts in a log. */
    private static double number(JsonParser line, JsonToken token) throws IOException {
        if (token.isNumeric()) {
            return line.getDoubleValue();
        }
        return switch (line.getText()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    static Subject subject(String name) {
        return switch (name) {
            case "TARGET" -> Subject.TARGET;
            case "UNLEARNED" -> Subject.UNLEARNED;
            case "REFERENCE" -> Subject.REFERENCE;
            default -> null;
        };
    }
}

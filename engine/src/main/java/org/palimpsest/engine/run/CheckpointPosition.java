package org.palimpsest.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/**
 * {@code position.json} of a checkpoint: what is not a tensor.
 *
 * @param format of the checkpoint; 1 where the file does not say so, as version 0.1 wrote it
 * @param step steps finished
 * @param tokens supervised tokens seen
 * @param optimiser whether the optimiser's state lies beside it; without, a fresh one begins
 */
record CheckpointPosition(int format, long step, double peakLearningRate, long tokens, boolean optimiser) {
    /** The format that is written. */
    static final int FORMAT = 2;

    static final String FILE = "position.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What is wrong with the file, in words. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String problem) {
            super(problem);
        }
    }

    String json() {
        ObjectNode all = JSON.createObjectNode();
        all.put("format", format);
        all.put("step", step);
        all.put("peakLearningRate", peakLearningRate);
        all.put("tokens", tokens);
        all.put("optimiser", optimiser);
        return all + "\n";
    }

    /**
     * Reads the text of a position; every field has to be there.
     *
     * @param besideOptimiser whether the optimiser's file is there, which alone tells in format 1
     */
    static CheckpointPosition of(String text, boolean besideOptimiser) throws Unusable {
        JsonNode all = object(FILE, text);
        int format = format(FILE, all);
        long step =
                field(all, "step", "a whole number", JsonNode::isIntegralNumber).asLong();
        double rate =
                field(all, "peakLearningRate", "a number", JsonNode::isNumber).asDouble();
        long tokens = field(all, "tokens", "a whole number", JsonNode::isIntegralNumber)
                .asLong();
        // Version 0.1 began without an optimiser's state at step 0 alone, in a fork with another method.
        boolean optimiser = format == 1
                ? besideOptimiser || step > 0
                : field(all, "optimiser", "true or false", JsonNode::isBoolean).asBoolean();
        if (step < 0 || tokens < 0 || !(rate >= 0) || Double.isInfinite(rate)) {
            throw new Unusable("%s says step %d, learning rate %s and %d tokens, which no run can have"
                    .formatted(FILE, step, rate, tokens));
        }
        return new CheckpointPosition(format, step, rate, tokens, optimiser);
    }

    /** The JSON object in a text. */
    static JsonNode object(String file, String text) throws Unusable {
        try {
            JsonNode all = JSON.readTree(text);
            if (!all.isObject()) {
                throw new Unusable(text.isBlank() ? file + " is empty" : file + " is not a JSON object");
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new Unusable(file + " is not JSON any more");
        }
    }

    /** The format an object says it has. */
    static int format(String file, JsonNode all) throws Unusable {
        JsonNode format = all.path("format");
        if (format.isMissingNode()) {
            return 1;
        }
        if (!format.isIntegralNumber() || format.asLong() < 1) {
            throw new Unusable("%s says format %s, which there is not".formatted(file, format));
        }
        if (format.asLong() > FORMAT) {
            throw new Unusable("%s has format %s, written by a newer version of Palimpsest; this one reads up to %d"
                    .formatted(file, format, FORMAT));
        }
        return format.asInt();
    }

    private static JsonNode field(JsonNode all, String name, String kind, Predicate<JsonNode> right) throws Unusable {
        JsonNode value = all.path(name);
        if (value.isMissingNode()) {
            throw new Unusable("%s lacks \"%s\"".formatted(FILE, name));
        }
        if (!right.test(value)) {
            throw new Unusable("%s should have %s as \"%s\", but has %s".formatted(FILE, kind, name, value));
        }
        return value;
    }
}

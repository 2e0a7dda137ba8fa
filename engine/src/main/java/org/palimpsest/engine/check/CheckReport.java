package org.palimpsest.engine.check;

import java.util.List;
import java.util.Locale;

/**
 * What looking a model's folder through came to.
 *
 * @param folder as an absolute path
 * @param parts in the order in which they were looked at
 */
public record CheckReport(String folder, List<Part> parts) {
    private static final String LINE = "%-15s%-10s%s\n";

    /** What is looked at. */
    public enum Subject {
        /** {@code config.json}, and whether the folder is a model's at all. */
        CONFIGURATION,
        /** Heads, offsets and lengths of the weight files, and their index. */
        FILES,
        /** Whether the tensors are those that the configuration asks for. */
        SHAPES,
        /** Whether every weight is a number. */
        VALUES,
        /** Whether texts come back from token ids as they were. */
        TOKENIZER,
        /** Perplexity of a known text beside that of single words' frequencies. */
        TEXT,
        /** Logits beside those of another program in {@code expected.json}. */
        EXPECTED
    }

    /** How one part came out, best first but for the last. */
    public enum State {
        GOOD,
        /** Works, but a person should know. */
        NOTICE,
        /** The model cannot be used, or not be trusted. */
        WRONG,
        /** Not looked at; the sentence says why. */
        LEFT_OUT
    }

    /**
     * One thing that was looked at.
     *
     * @param found a sentence: what was found, what was expected where that is not what was found, and what to do
     */
    public record Part(Subject subject, State state, String found) {}

    public CheckReport {
        parts = List.copyOf(parts);
    }

    /** The worst state of any part; what was left out counts for nothing. */
    public State verdict() {
        return parts.stream()
                .map(Part::state)
                .filter(state -> state != State.LEFT_OUT)
                .max(Enum::compareTo)
                .orElse(State.LEFT_OUT);
    }

    /** The verdict as a person says it. */
    public String verdictInWords() {
        return switch (verdict()) {
            case GOOD -> "sound";
            case NOTICE -> "usable, with notices";
            case WRONG -> "not usable";
            case LEFT_OUT -> "not looked at";
        };
    }

    /** A few lines to be read, copied and sent. */
    public String text() {
        StringBuilder text = new StringBuilder("%s: %s\n".formatted(folder, verdictInWords()));
        for (Part part : parts) {
            text.append(LINE.formatted(word(part.subject()), word(part.state()), part.found()));
        }
        return text.toString().stripTrailing();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

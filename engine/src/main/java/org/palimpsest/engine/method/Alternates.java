package org.palimpsest.engine.method;

import java.util.List;
import org.palimpsest.engine.text.EncodedExample;

/** Answers to promote in place of the forgotten ones. */
public sealed interface Alternates {

    /** How many there are to draw from for each question. */
    int size();

    /**
     * The question of a forget row with an alternate answer.
     *
     * @param drawn which of {@link #size()}, where it matters
     */
    EncodedExample example(int forgetRow, int drawn);

    /** One answer for each forget row. */
    record Aligned(List<EncodedExample> rows) implements Alternates {
        public Aligned {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public EncodedExample example(int forgetRow, int drawn) {
            return rows.get(forgetRow);
        }
    }

    /** Refusals that fit any question, one drawn at each use. */
    record Refusals(int size, Encoding encoding) implements Alternates {
        /** Puts the question of a forget row and a refusal together. */
        @FunctionalInterface
        public interface Encoding {
            EncodedExample encode(int forgetRow, int refusal);
        }

        @Override
        public EncodedExample example(int forgetRow, int drawn) {
            return encoding.encode(forgetRow, drawn);
        }
    }
}

package org.palimpsest.app.live.run;

import java.util.Locale;

/**
 * Something a guard has seen.
 *
 * @param step when it began
 * @param value what was seen
 * @param bound what it should not have passed; NaN where there is none
 * @param what the loss term, series or sentence it is about
 */
public record Alarm(Kind kind, long step, double value, double bound, String what) {

    /** What is wrong. */
    public enum Kind {
        /** A loss or gradient is NaN or infinite. The run pauses by itself. */
        NOT_FINITE,
        /** The retain probability is under the floor. */
        UTILITY,
        /** The forget answers are less probable than to a model that never saw them, which gives away that they were forgotten. */
        OVER_FORGETTING;

        /** The key of its words in bundle {@code live}. */
        public String key() {
            return "alarm." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

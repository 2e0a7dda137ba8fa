package org.palimpsest.app.chart.tokens;

/**
 * A token and how likely it is next.
 *
 * @param token its text
 * @param target probability to the target model, from 0 to 1; NaN if unknown
 * @param now probability to the model as it is now; NaN if unknown
 * @param reference probability to the retained reference; NaN if there is none
 */
public record TokenBar(String token, double target, double now, double reference) {

    /** The token with its spaces and line ends made visible. */
    String visible() {
        return token.isEmpty()
                ? "∅"
                : token.replace(' ', '␣').replace("\n", "⏎").replace("\t", "⇥");
    }
}

package org.palimpsest.app.chart.series;

/** What the horizontal axis counts. */
public enum XChoice {
    /** Steps of the run. */
    STEP,
    /** Seconds since the run began. */
    SECONDS,
    /** Tokens trained on so far. */
    TOKENS
}

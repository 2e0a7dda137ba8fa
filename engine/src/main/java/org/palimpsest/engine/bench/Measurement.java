package org.palimpsest.engine.bench;

/** Takes one figure. A program may bring measurements of its own to {@link BenchCommand}. */
public interface Measurement {
    /** What is being measured, for the person who waits. */
    String task();

    /**
     * Measures.
     *
     * @param rounds how often everything is timed; medians are taken
     */
    Figure take(int rounds);
}

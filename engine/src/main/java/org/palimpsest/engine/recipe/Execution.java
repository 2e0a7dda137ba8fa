package org.palimpsest.engine.recipe;

/**
 * Where the run computes. Losses are equal to the last bit only for the same device and number of threads.
 *
 * @param device {@code cpu}, {@code cuda}, {@code cuda:1}
 * @param threads threads of one tensor operation; 0 leaves the choice to the engine
 */
public record Execution(String device, Integer threads) {

    /** The processor, with the engine's number of threads. */
    public static final Execution DEFAULT = new Execution(null, null);

    public Execution {
        device = device == null ? "cpu" : device;
        threads = threads == null ? 0 : threads;
    }
}

package org.palimpsest.engine.run;

import org.palimpsest.engine.recipe.Execution;
import org.palimpsest.engine.tensor.Torch;

/**
 * How many threads libtorch may use: what the recipe says; otherwise what the program was started with
 * ({@code -Dpalimpsest.threads}); otherwise all cores. A window starts its workers with one core less, since threads that wait
 * in turn spin and would starve each other.
 */
public final class Threads {
    /** The system property that sets the default of a process. */
    public static final String PROPERTY = "palimpsest.threads";

    private Threads() {}

    /** Sets the number of threads for this process. */
    public static void apply(Execution execution) {
        Torch.setThreads(number(execution.threads()));
    }

    /** The number for a recipe's value, 0 meaning the default. */
    public static int number(int asked) {
        if (asked > 0) {
            return asked;
        }
        return Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors());
    }
}

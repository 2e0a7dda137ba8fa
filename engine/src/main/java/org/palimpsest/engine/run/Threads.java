package org.palimpsest.engine.run;

import java.util.Optional;
import org.palimpsest.engine.recipe.Execution;
import org.palimpsest.engine.tensor.Torch;

/**
 * How many threads libtorch may use: what the recipe says; otherwise what the program was started with
 * ({@code -Dpalimpsest.threads}); otherwise all cores. A window starts its workers with one core less, since threads that wait
 * in turn spin and would starve each other. More threads than processors help nobody, and very many end the process in native
 * code, so there are never more than processors.
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
        return Math.max(1, Math.min(wanted(asked), processors()));
    }

    /** What is to be said where more were asked for than there can be. */
    public static Optional<String> remark(int asked) {
        int wanted = wanted(asked);
        return wanted <= processors()
                ? Optional.empty()
                : Optional.of(
                        "%d threads were asked for, but this machine has %d processor(s): %d are used. The last bits of sums depend on the number of threads"
                                .formatted(wanted, processors(), processors()));
    }

    private static int wanted(int asked) {
        return asked > 0 ? asked : Integer.getInteger(PROPERTY, processors());
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}

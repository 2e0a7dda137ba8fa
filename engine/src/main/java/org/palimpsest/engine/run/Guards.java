package org.palimpsest.engine.run;

import java.util.Optional;
import org.palimpsest.engine.method.StepReport;

/** Looks at each step for signs that a method is destroying the model rather than making it forget. */
final class Guards {
    /** Share of the largest possible entropy, ln V, from which the model guesses rather than answers. */
    private static final double UNIFORM_SHARE = 0.8;

    private final double uniformEntropy;
    private boolean told;

    Guards(int vocabularySize) {
        uniformEntropy = Math.log(vocabularySize);
    }

    /** A warning, at most once a run. */
    Optional<String> look(StepReport report) {
        Double entropy = report.terms().get("entropy");
        if (told || entropy == null || entropy <= UNIFORM_SHARE * uniformEntropy) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(
                "the mean entropy on forget answers is %.2f nats of at most %.2f: the model is close to guessing every token alike"
                        .formatted(entropy, uniformEntropy));
    }
}

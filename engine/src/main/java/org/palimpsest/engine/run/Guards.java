package org.palimpsest.engine.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at each step for signs that a method is destroying the model rather than making it forget, and tells of each once a run.
 *
 * <ul>
 *   <li>Guessing: the mean entropy on forget answers is above 0.8 ln V, V being the size of the vocabulary.
 *   <li>Running away: a term of the loss is, in either direction, beyond 4 ln V, four times what guessing every token alike
 *       costs, and beyond four times what it was at the run's first step.
 * </ul>
 */
final class Guards {
    /** Share of the largest possible entropy, ln V, from which the model guesses rather than answers. */
    private static final double UNIFORM_SHARE = 0.8;

    private static final double RUNAWAY = 4;
    private static final String ENTROPY = "entropy";

    private final double uniformEntropy;
    private final List<String> terms;
    private final Map<String, Double> first = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    /** @param terms of the loss, by their names on the method's card */
    Guards(int vocabularySize, List<String> terms) {
        this.uniformEntropy = Math.log(vocabularySize);
        this.terms = List.copyOf(terms);
    }

    /**
     * Looks at a step.
     *
     * @param values the step's terms and what the method watches
     * @return warnings that were not given before
     */
    List<String> look(long step, Map<String, Double> values) {
        List<String> warnings = new ArrayList<>();
        Double entropy = values.get(ENTROPY);
        if (entropy != null && entropy > UNIFORM_SHARE * uniformEntropy && told.add(ENTROPY)) {
            warnings.add(
                    "the mean entropy on forget answers is %.2f nats of at most %.2f: the model is close to guessing every token alike"
                            .formatted(entropy, uniformEntropy));
        }
        for (String term : terms) {
            Double value = values.get(term);
            if (value != null && runsAway(term, value) && told.add(term)) {
                warnings.add(
                        "\"%s\" runs away: %.4g at step %d is beyond 4 ln V = %.4g, four times what guessing every token alike costs, and beyond four times its first value, %.4g. Lower the learning rate or stop the run before it is no number any more"
                                .formatted(term, value, step, RUNAWAY * uniformEntropy, first.get(term)));
            }
        }
        return warnings;
    }

    private boolean runsAway(String term, double value) {
        double start = first.computeIfAbsent(term, any -> value);
        return Math.abs(value) > RUNAWAY * Math.max(uniformEntropy, Math.abs(start));
    }
}

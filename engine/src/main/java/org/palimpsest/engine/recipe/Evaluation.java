package org.palimpsest.engine.recipe;

import java.util.List;

/**
 * What is measured at the end of a run, on target, unlearned model and retained reference.
 *
 * @param benchmark a list of metrics by name ({@code tofu}); null for none
 * @param metrics metrics beside those of the benchmark
 * @param batch sequences a forward pass
 */
public record Evaluation(String benchmark, List<MetricChoice> metrics, Integer batch) {

    /** Nothing is measured. */
    public static final Evaluation NONE = new Evaluation(null, null, null);

    public Evaluation {
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        batch = batch == null ? 32 : batch;
    }

    /** Everything a benchmark measures. */
    public static Evaluation of(String benchmark) {
        return new Evaluation(benchmark, null, null);
    }
}

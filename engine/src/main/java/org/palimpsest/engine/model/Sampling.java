package org.palimpsest.engine.model;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 for greedy choice, otherwise what logits are divided by
 * @param topK only the k likeliest tokens; 0 for all
 * @param topP only the likeliest tokens that together reach this probability (nucleus sampling, Holtzman et al. 2020); 1 for all
 */
public record Sampling(double temperature, int topK, double topP) {
    public static final Sampling GREEDY = new Sampling(0, 0, 1);

    public Sampling {
        if (!(temperature >= 0) || topK < 0 || !(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "temperature must be at least 0, top-k at least 0 and top-p in (0, 1], but they are %s, %d, %s"
                            .formatted(temperature, topK, topP));
        }
    }

    boolean greedy() {
        return temperature == 0;
    }

    /** Draws a token from logits[from, from + vocabulary). */
    int draw(float[] logits, int from, int vocabulary, RandomGenerator random) {
        List<Integer> order = IntStream.range(0, vocabulary)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> -logits[from + v]))
                .limit(topK == 0 ? vocabulary : topK)
                .toList();
        double peak = logits[from + order.get(0)];
        double[] weights = order.stream()
                .mapToDouble(v -> Math.exp((logits[from + v] - peak) / temperature))
                .toArray();
        int kept = nucleus(weights);
        double point = random.nextDouble()
                * IntStream.range(0, kept).mapToDouble(i -> weights[i]).sum();
        for (int i = 0; i < kept - 1; i++) {
            point -= weights[i];
            if (point < 0) {
                return order.get(i);
            }
        }
        return order.get(kept - 1);
    }

    /** Number of leading weights that reach topP of their sum; at least one. */
    private int nucleus(double[] weights) {
        double total =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        double reached = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (reached >= topP * total) {
                return i + 1;
            }
        }
        return weights.length;
    }
}

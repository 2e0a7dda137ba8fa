package org.palimpsest.engine.model;

import java.util.Arrays;
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

    /** Draws a token from logits[from, from + vocabulary), of which at least one is finite and none is NaN; never one of -infinity. */
    int draw(float[] logits, int from, int vocabulary, RandomGenerator random) {
        int[] order = order(logits, from, vocabulary);
        double peak = logits[from + order[0]];
        // What is barred comes last; left out, it cannot be drawn by rounding either.
        long open = Arrays.stream(order)
                .takeWhile(v -> logits[from + v] != Float.NEGATIVE_INFINITY)
                .count();
        double[] weights = Arrays.stream(order)
                .limit(topK == 0 ? open : Math.min(open, topK))
                .mapToDouble(v -> Math.exp((logits[from + v] - peak) / temperature))
                .toArray();
        int kept = nucleus(weights);
        double point = random.nextDouble()
                * IntStream.range(0, kept).mapToDouble(i -> weights[i]).sum();
        for (int i = 0; i < kept - 1; i++) {
            point -= weights[i];
            if (point < 0) {
                return order[i];
            }
        }
        return order[kept - 1];
    }

    /** All tokens, the likeliest first and the lower id among equals. */
    private static int[] order(float[] logits, int from, int vocabulary) {
        // Value and id in one number, since sorting numbers is many times faster than sorting objects.
        long[] sorted = new long[vocabulary];
        for (int v = 0; v < vocabulary; v++) {
            int bits = Float.floatToIntBits(logits[from + v] + 0f);
            int rising = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
            sorted[v] = (long) ~rising << Integer.SIZE | v;
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted).mapToInt(value -> (int) value).toArray();
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

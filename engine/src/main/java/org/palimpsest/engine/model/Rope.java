package org.palimpsest.engine.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rotary position embedding (Su et al. 2021, arXiv 2104.09864).
 *
 * @param frequencies angle per position of each rotated pair of a head's leading dimensions, in radians
 * @param magnitude factor of cosines and sines; 1 but for some ways of stretching a context
 * @param interleaved whether a pair is two neighbours, and not one of each half of the rotated dimensions
 * @param longer what becomes of the frequencies in longer sequences, or null if they stay
 */
public record Rope(List<Double> frequencies, double magnitude, boolean interleaved, Longer longer) {

    /** Other frequencies for longer sequences. */
    sealed interface Longer permits Switch, Growing {
        /** Up to this many positions the usual frequencies hold. */
        int beyond();
    }

    /** Another set of frequencies for every longer sequence (LongRoPE). */
    record Switch(int beyond, List<Double> frequencies) implements Longer {
        Switch {
            frequencies = List.copyOf(frequencies);
        }
    }

    /** A base θ that grows with the sequence: θ (f n/beyond - (f - 1))^(r/(r-2)) of n positions and r rotated dimensions. */
    record Growing(int beyond, double theta, int dimensions, double factor) implements Longer {
        List<Double> frequencies(int length) {
            double stretch = factor * length / beyond - (factor - 1);
            return powers(theta * Math.pow(stretch, dimensions / (dimensions - 2.0)), dimensions);
        }
    }

    public Rope {
        frequencies = List.copyOf(frequencies);
    }

    /** Plain rotation with the frequencies {@link #powers}. */
    static Rope of(double theta, int dimensions) {
        return new Rope(powers(theta, dimensions), 1, false, null);
    }

    /**
     * The frequencies {@code θ^(-2i / dimensions)}.
     *
     * @param theta base θ
     * @param dimensions how many of a head's leading dimensions are rotated; an odd number is rounded up to whole pairs
     */
    static List<Double> powers(double theta, int dimensions) {
        return IntStream.range(0, (dimensions + 1) / 2)
                .mapToObj(i -> Math.pow(theta, -2.0 * i / dimensions))
                .toList();
    }

    /** The frequencies that hold in a sequence of {@code length} positions. */
    List<Double> frequencies(int length) {
        if (longer == null || length <= longer.beyond()) {
            return frequencies;
        }
        return longer instanceof Switch other ? other.frequencies() : ((Growing) longer).frequencies(length);
    }

    /** Whether a sequence that grows from one length to another turns what it saw before by other angles. */
    boolean changes(int from, int to) {
        return longer != null && to > longer.beyond() && !frequencies(from).equals(frequencies(to));
    }

    /** Number of rotated pairs. */
    int pairs() {
        return frequencies.size();
    }
}

package org.palimpsest.engine.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Rotary position embedding (Su et al. 2021, arXiv 2104.09864).
 *
 * @param frequencies angle per position of each rotated pair of a head's leading dimensions, in radians
 */
public record Rope(List<Double> frequencies) {

    /** Stretches low frequencies by {@code factor}, leaves high ones, and blends between (Llama 3.1's rope type "llama3"). */
    public record Llama3Scaling(
            double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContext) {

        double scaled(double frequency) {
            double wavelength = 2 * Math.PI / frequency;
            double lowWavelength = originalContext / lowFrequencyFactor;
            double highWavelength = originalContext / highFrequencyFactor;
            if (wavelength < highWavelength) {
                return frequency;
            }
            if (wavelength > lowWavelength) {
                return frequency / factor;
            }
            double smooth =
                    (originalContext / wavelength - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
            return (1 - smooth) * frequency / factor + smooth * frequency;
        }
    }

    public Rope {
        frequencies = List.copyOf(frequencies);
    }

    /**
     * The frequencies {@code θ^(-2i / dimensions)}.
     *
     * @param theta base θ
     * @param dimensions how many of a head's leading dimensions are rotated
     * @param llama3 the frequency scaling of Llama 3.1, or null
     */
    static Rope of(double theta, int dimensions, Llama3Scaling llama3) {
        // An odd number of dimensions is rounded up, as the reference library does.
        int pairs = (dimensions + 1) / 2;
        return new Rope(IntStream.range(0, pairs)
                .mapToDouble(i -> Math.pow(theta, -2.0 * i / dimensions))
                .map(frequency -> llama3 == null ? frequency : llama3.scaled(frequency))
                .boxed()
                .toList());
    }

    /** Number of rotated pairs. */
    int pairs() {
        return frequencies.size();
    }
}

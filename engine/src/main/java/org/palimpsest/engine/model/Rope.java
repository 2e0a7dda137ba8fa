package org.palimpsest.engine.model;

/**
 * Rotary position embedding (Su et al. 2021, arXiv 2104.09864).
 *
 * @param theta base θ of the frequencies
 * @param dimensions how many of a head's leading dimensions are rotated
 * @param llama3 the frequency scaling of Llama 3.1, or null
 */
public record Rope(double theta, int dimensions, Llama3Scaling llama3) {

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

    /** Number of rotated pairs; an odd number of dimensions is rounded up, as the reference library does. */
    int pairs() {
        return (dimensions + 1) / 2;
    }

    /** Angle per position of each rotated pair, in radians. */
    double[] frequencies() {
        double[] frequencies = new double[pairs()];
        for (int i = 0; i < frequencies.length; i++) {
            double frequency = Math.pow(theta, -2.0 * i / dimensions);
            frequencies[i] = llama3 == null ? frequency : llama3.scaled(frequency);
        }
        return frequencies;
    }
}

package org.palimpsest.engine.desk;

import java.util.Arrays;
import java.util.List;
import org.palimpsest.engine.text.EncodedExample;

/**
 * How long the sequences of a set are, in tokens.
 *
 * @param count sequences in the set, of which these may be a sample
 * @param lengths shortest first
 * @param supervised mean number of tokens that a loss sees
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sequences(long count, int[] lengths, double supervised) {

    static Sequences of(long count, List<EncodedExample> sample) {
        int[] lengths =
                sample.stream().mapToInt(EncodedExample::length).sorted().toArray();
        double supervised = sample.stream()
                .mapToInt(EncodedExample::supervisedTokens)
                .average()
                .orElse(0);
        return new Sequences(count, lengths, supervised);
    }

    /**
     * The length that a batch is padded to, on average: the mean of the longest of so many drawn at random,
     * Σ l₍ᵢ₎ ((i/n)ᵇ - ((i-1)/n)ᵇ).
     */
    double padded(long batch) {
        double mean = 0;
        for (int i = 1; i <= lengths.length; i++) {
            double share = Math.pow((double) i / lengths.length, batch) - Math.pow((i - 1.0) / lengths.length, batch);
            mean += share * lengths[i - 1];
        }
        return mean;
    }

    double mean() {
        return Arrays.stream(lengths).average().orElse(0);
    }
}

package org.palimpsest.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Result of the exact two-sided two-sample Kolmogorov–Smirnov test.
 *
 * <p>Hodges, "The significance probability of the Smirnov two-sample test", Arkiv för Matematik 3 (1958).
 *
 * @param statistic D, the largest distance between the two empirical distribution functions, in [0, 1]
 * @param pValue probability of a distance at least as large when both samples come from one distribution
 * @param n size of the first sample
 * @param m size of the second sample
 */
public record KolmogorovSmirnov(double statistic, double pValue, int n, int m) {

    /**
     * Tests two samples. Ties are allowed, within and between them; the p-value is then conservative. Time is
     * {@code O(n · m)} for samples of unequal size.
     *
     * @return statistic and p-value NaN as soon as one value is NaN
     * @throws IllegalArgumentException when a sample is empty
     */
    public static KolmogorovSmirnov test(double[] first, double[] second) {
        int n = first.length;
        int m = second.length;
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException(
                    "A Kolmogorov–Smirnov test needs two samples, found " + n + " and " + m + " values");
        }
        if (Arrays.stream(first).anyMatch(Double::isNaN)
                || Arrays.stream(second).anyMatch(Double::isNaN)) {
            return new KolmogorovSmirnov(Double.NaN, Double.NaN, n, m);
        }
        long distance = distance(first, second);
        double statistic = (double) distance / ((long) n * m);
        double pValue = n == m ? equalSizes(n, Math.toIntExact(distance / n)) : anySizes(n, m, distance);
        return new KolmogorovSmirnov(statistic, pValue, n, m);
    }

    /** {@code D · n · m}, a whole number, so that neither ties nor rounding can move it. */
    private static long distance(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        int n = a.length;
        int m = b.length;
        int i = 0;
        int j = 0;
        long largest = 0;
        while (i < n && j < m) {
            double value = Math.min(a[i], b[j]);
            while (i < n && a[i] == value) {
                i++;
            }
            while (j < m && b[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((long) i * m - (long) j * n));
        }
        return largest;
    }

    /** Ascending, with negative zero made positive: sorting tells them apart, a distribution function does not. */
    private static double[] sorted(double[] values) {
        return Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
    }

    /**
     * {@code p = 2 Σ_{j≥1} (-1)^(j+1) C(2n, n-jh) / C(2n, n)} in whole numbers, since the alternating sum cancels.
     *
     * @param h {@code n · D}
     */
    static double equalSizes(int n, int h) {
        if (h == 0) {
            return 1;
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger central = binomial(2 * n, n);
        BigInteger term = central;
        int k = n;
        for (int j = 1; j * h <= n; j++) {
            while (k > n - j * h) {
                // C(2n, k-1) from C(2n, k)
                term = term.multiply(BigInteger.valueOf(k)).divide(BigInteger.valueOf(2L * n - k + 1));
                k--;
            }
            sum = j % 2 == 1 ? sum.add(term) : sum.subtract(term);
        }
        return new BigDecimal(sum.shiftLeft(1))
                .divide(new BigDecimal(central), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }

    /**
     * Walks all orders in which the pooled values can come, a lattice path from (0, 0) to (n, m) with every path equally
     * likely, and adds up the probability of first reaching the distance. Only positive numbers are added, so the relative
     * error stays near that of one addition a path step, down to the smallest double.
     *
     * @param distance {@code D · n · m}
     */
    static double anySizes(int n, int m, long distance) {
        if (distance == 0) {
            return 1;
        }
        // row[j]: probability of being at (i, j) without having reached the distance before
        double[] row = new double[m + 1];
        double reached = 0;
        for (int i = 0; i <= n; i++) {
            double left = 0;
            for (int j = 0; j <= m; j++) {
                double here = (i == 0 && j == 0) ? 1 : row[j] + left;
                row[j] = 0;
                left = 0;
                if (here == 0) {
                    continue;
                }
                if (Math.abs((long) i * m - (long) j * n) >= distance) {
                    reached += here;
                    continue;
                }
                double rest = (double) (n - i) + (m - j);
                if (rest > 0) {
                    row[j] = here * (n - i) / rest;
                    left = here * (m - j) / rest;
                }
            }
        }
        return Math.min(1, reached);
    }
}

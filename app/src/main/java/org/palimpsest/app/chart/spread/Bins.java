package org.palimpsest.app.chart.spread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.palimpsest.app.chart.series.Extent;

/**
 * Bins that several distributions share.
 *
 * @param low left edge of the first
 * @param high right edge of the last
 * @param count number of bins, all of one width
 */
record Bins(double low, double high, int count) {
    private static final int FEWEST = 5;
    private static final int MOST = 60;

    /** Bins whose width is that of Freedman and Diaconis (1981), 2·IQR/∛n, for the set that asks for the narrowest. */
    static Bins of(List<double[]> sets) {
        Extent reach = Extent.NONE;
        List<Double> widths = new ArrayList<>();
        for (double[] values : sets) {
            for (double value : values) {
                reach = reach.with(value);
            }
            if (values.length > 1) {
                Percentile quartiles = new Percentile();
                quartiles.setData(values);
                widths.add(2 * (quartiles.evaluate(75) - quartiles.evaluate(25)) / Math.cbrt(values.length));
            }
        }
        if (reach.isEmpty()) {
            return new Bins(0, 1, FEWEST);
        }
        double length = reach.high() - reach.low();
        if (length == 0) {
            double half = Math.max(1e-9, Math.abs(reach.low()) * 0.05);
            return new Bins(reach.low() - half, reach.high() + half, FEWEST);
        }
        double width = widths.stream()
                .filter(each -> each > 0)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(length / 10);
        int count = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(length / width)));
        return new Bins(reach.low(), reach.high(), count);
    }

    double width() {
        return (high - low) / count;
    }

    double edge(int bin) {
        return low + (high - low) * bin / count;
    }

    /** The share of {@code values} in each bin; the last one holds its right edge too. */
    double[] shares(double[] values) {
        double[] shares = new double[count];
        for (double value : values) {
            int bin = (int) Math.min(count - 1, Math.max(0, (value - low) / (high - low) * count));
            shares[bin]++;
        }
        return values.length == 0
                ? shares
                : Arrays.stream(shares).map(share -> share / values.length).toArray();
    }
}

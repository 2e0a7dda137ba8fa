package org.palimpsest.app.chart.plot;

import java.util.List;
import java.util.function.Function;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;
import org.palimpsest.app.chart.series.Points;

/** What JFreeChart is given instead of a series: the points of it that the pixel columns can show. Never changes. */
public final class DecimatedDataset extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient List<String> labels;
    private final transient List<Points> points;

    private DecimatedDataset(List<String> labels, List<Points> points) {
        this.labels = labels;
        this.points = points;
    }

    /** A dataset with a series for each of {@code curves}. */
    public static <T> DecimatedDataset of(List<T> curves, Function<T, String> label, Function<T, Points> points) {
        return new DecimatedDataset(
                curves.stream().map(label).toList(), curves.stream().map(points).toList());
    }

    Points points(int series) {
        return points.get(series);
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return points.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return new Key(series, labels.get(series));
    }

    @Override
    public int getItemCount(int series) {
        return points.get(series).size();
    }

    @Override
    public double getXValue(int series, int item) {
        return points.get(series).x()[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return points.get(series).y()[item];
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    /** Two series may have the same label, two keys may not be equal. */
    private record Key(int series, String label) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(series, other.series);
        }

        @Override
        public String toString() {
            return label;
        }
    }
}

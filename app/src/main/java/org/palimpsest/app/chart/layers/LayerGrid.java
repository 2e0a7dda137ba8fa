package org.palimpsest.app.chart.layers;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.series.CurveView;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.HeatColumns;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;

/** A series for each layer, all over the same steps. What was observed at a step holds until the next observation. */
final class LayerGrid implements SharedAxis.Member {
    private final List<SeriesData> layers = new ArrayList<>();

    List<SeriesData> layers() {
        return layers;
    }

    void append(double step, double seconds, double tokens, List<Double> amounts) {
        if (layers.isEmpty()) {
            for (int i = 0; i < amounts.size(); i++) {
                layers.add(new SeriesData());
            }
        }
        if (layers.size() != amounts.size()) {
            throw new IllegalArgumentException("The heat map has " + layers.size() + " layers, but at step " + step
                    + " there are amounts for " + amounts.size());
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).append(step, seconds, tokens, amounts.get(i));
        }
    }

    void cutBack(double step) {
        layers.forEach(layer -> layer.cutBack(step));
    }

    void clear() {
        layers.clear();
    }

    @Override
    public Extent across(XChoice choice, boolean logarithmic) {
        if (empty()) {
            return Extent.NONE;
        }
        Extent reach = new CurveView(layers.get(0)).across(choice, logarithmic);
        return reach.isEmpty() ? reach : reach.with(HeatColumns.reach(layers.get(0), choice));
    }

    @Override
    public double position(XChoice choice, double step) {
        return layers.isEmpty() ? Double.NaN : layers.get(0).position(choice, step);
    }

    /** Where the observation that holds at {@code x} was made. */
    double positionNear(XChoice choice, double x) {
        int index = holding(choice, x);
        return index < 0 ? x : layers.get(0).x(choice, index);
    }

    /** The amount that holds at {@code x}; NaN if there is none. */
    double amountAt(XChoice choice, double x, int layer) {
        int index = holding(choice, x);
        return index < 0 ? Double.NaN : layers.get(layer).value(index);
    }

    ChartTable table(List<String> columns) {
        int rows = empty() ? 0 : layers.get(0).size();
        return new ChartTable(
                columns,
                rows,
                (row, column) -> column == 0
                        ? (Object) layers.get(0).x(XChoice.STEP, row)
                        : (Object) layers.get(column - 1).value(row));
    }

    private int holding(XChoice choice, double x) {
        if (empty()) {
            return -1;
        }
        SeriesData first = layers.get(0);
        int nearest = first.nearest(choice, x);
        return nearest >= 0 && first.x(choice, nearest) > x ? nearest - 1 : nearest;
    }

    private boolean empty() {
        return layers.isEmpty() || layers.get(0).size() == 0;
    }
}

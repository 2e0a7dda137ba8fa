package org.palimpsest.engine.report;

import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A layer-by-step heat map.
 *
 * @param columns what was observed, in ascending order of step
 * @param largest the end of the colour scale; the same on all maps that stand side by side
 * @param sign which values there are
 */
record LayerMap(String title, String legend, List<Column> columns, double largest, Sign sign) {

    /** Colours of a scale. Odd, so that a two-sided scale has a middle. */
    static final int LEVELS = 13;

    /** Which side of zero values lie on. */
    enum Sign {
        RISES,
        FALLS,
        BOTH;

        /** The side of most of the values; a few hundredths of the largest on the other side do not count. */
        static Sign of(List<Column> columns, double largest) {
            double tolerance = 0.02 * largest;
            boolean below = columns.stream().flatMap(c -> c.values.stream()).anyMatch(v -> v < -tolerance);
            boolean above = columns.stream().flatMap(c -> c.values.stream()).anyMatch(v -> v > tolerance);
            if (below && above) {
                return BOTH;
            }
            return below ? FALLS : RISES;
        }
    }

    private static final int MOST_CELLS = 1800;
    private static final int MOST_COLUMNS = 60;

    /** A value a layer at one step, first layer first. */
    record Column(long step, List<Double> values) {
        Column {
            values = List.copyOf(values);
        }
    }

    LayerMap {
        columns = List.copyOf(columns);
    }

    /** Largest absolute value of all columns. */
    static double largest(List<Column> columns) {
        return columns.stream()
                .flatMap(c -> c.values.stream())
                .filter(v -> Double.isFinite(v))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }

    Figure figure(String id) {
        return new Figure(
                id,
                title,
                SvgDrawing.of(chart(), id, CurveChart.WIDTH, CurveChart.HEIGHT, title, alt()),
                table(),
                false);
    }

    private int layers() {
        return columns.stream().mapToInt(c -> c.values.size()).max().orElse(0);
    }

    /** Cells of equal width, each holding what was last observed when its middle was reached. */
    private JFreeChart chart() {
        int layers = layers();
        long first = columns.get(0).step;
        long last = columns.get(columns.size() - 1).step;
        int count =
                (int) Math.max(1, Math.min(Math.min(MOST_COLUMNS, MOST_CELLS / Math.max(1, layers)), columns.size()));
        double width = Math.max(1.0, (double) (last - first)) / count;
        List<double[]> cells = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            double left = (double) first + c * width;
            Column seen = columns.get(0);
            for (Column column : columns) {
                if (column.step <= left + width / 2 || c == count - 1) {
                    seen = column;
                }
            }
            for (int layer = 0; layer < seen.values.size(); layer++) {
                double value = seen.values.get(layer);
                if (Double.isFinite(value)) {
                    cells.add(new double[] {left, layer, value});
                }
            }
        }
        double[][] xyz = new double[3][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                xyz[axis][i] = cells.get(i)[axis];
            }
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("cells", xyz);
        XYBlockRenderer blocks = new LayerCells();
        blocks.setBlockWidth(width);
        blocks.setBlockHeight(1);
        blocks.setBlockAnchor(RectangleAnchor.LEFT);
        Scale scale = new Scale(sign == Sign.RISES ? 0 : -end(), sign == Sign.FALLS ? 0 : end(), sign);
        blocks.setPaintScale(scale);
        NumberAxis steps = ChartLook.axis(new NumberAxis("step"));
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        steps.setRange((double) first, (double) first + count * width);
        NumberAxis layer = ChartLook.axis(new NumberAxis("layer"));
        layer.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        layer.setRange(-0.5, layers - 0.5);
        XYPlot plot = new XYPlot(data, steps, layer, blocks);
        ChartLook.grid(plot);
        plot.setRangeGridlinesVisible(false);
        JFreeChart chart = ChartLook.chart(plot, false);
        NumberAxis values = ChartLook.axis(new NumberAxis(legend));
        PaintScaleLegend bar = new PaintScaleLegend(scale, values);
        bar.setSubdivisionCount(LEVELS);
        bar.setStripOutlineVisible(false);
        bar.setStripWidth(12);
        bar.setBackgroundPaint(null);
        bar.setFrame(BlockBorder.NONE);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setPadding(new RectangleInsets(8, 8, 40, 4));
        chart.addSubtitle(bar);
        return chart;
    }

    private double end() {
        return largest > 0 ? largest : 1;
    }

    /** Values to stand-in colours in {@link #LEVELS} steps; JFreeChart's own scales would mix colours the page does not know. */
    private record Scale(double low, double high, Sign sign) implements PaintScale {

        @Override
        public double getLowerBound() {
            return low;
        }

        @Override
        public double getUpperBound() {
            return high;
        }

        @Override
        public Paint getPaint(double value) {
            int level = (int) Math.floor((value - low) / (high - low) * LEVELS);
            int held = Math.max(0, Math.min(LEVELS - 1, level));
            return switch (sign) {
                case RISES -> Ink.rising(held);
                case FALLS -> Ink.rising(LEVELS - 1 - held);
                case BOTH -> Ink.twoSided(held);
            };
        }
    }

    private String alt() {
        Column last = columns.get(columns.size() - 1);
        int most = 0;
        for (int layer = 0; layer < last.values.size(); layer++) {
            if (Math.abs(last.values.get(layer)) > Math.abs(last.values.get(most))) {
                most = layer;
            }
        }
        return "Heat map of " + layers() + " layers over steps " + columns.get(0).step + " to " + last.step
                + ". At the end the largest is " + NumberText.of(last.values.get(most)) + " in layer " + most + ".";
    }

    private DataTable table() {
        List<Curve> curves = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            int at = layer;
            curves.add(new Curve(
                    "layer " + layer,
                    Ink.series(layer),
                    columns.stream()
                            .map(c -> new Point(c.step, at < c.values.size() ? c.values.get(at) : Double.NaN))
                            .toList()));
        }
        return DataTable.of("step", curves);
    }
}

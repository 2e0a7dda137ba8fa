package org.palimpsest.app.chart.pareto;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;
import org.palimpsest.app.chart.theme.Marker;
import org.palimpsest.app.chart.theme.SeriesStyle;

/**
 * Runs at one moment.
 *
 * @param title of the chart
 * @param x forgetting
 * @param y utility
 * @param runs all runs and baselines
 * @param front runs that no other beats in both, from left to right: x and y of each
 * @param selected ids of runs
 * @param named whether the selected have their names beside them
 * @param frontLabel what the line through the front means
 * @param width of the chart in pixels
 * @param height of the chart in pixels
 */
record ParetoPicture(
        String title,
        AxisRange x,
        AxisRange y,
        List<Run> runs,
        List<double[]> front,
        Set<String> selected,
        boolean named,
        String frontLabel,
        double width,
        double height)
        implements Picture {
    private static final double LEAST_RADIUS = 3.5;
    private static final double MOST_RADIUS = 9;
    private static final double BASELINE_RADIUS = 8;

    ParetoPicture {
        runs = List.copyOf(runs);
        front = List.copyOf(front);
    }

    /**
     * A run.
     *
     * @param trail [2, n]: x and y of where it has been, the last being where it is
     * @param robustness where it is, from 0 to 1; NaN if unknown, drawn hollow
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and written by nobody once it stands here.
    record Run(String id, String label, SeriesStyle style, boolean baseline, double[][] trail, double robustness) {
        double lastX() {
            return trail[0][trail[0].length - 1];
        }

        double lastY() {
            return trail[1][trail[1].length - 1];
        }
    }

    @Override
    public JFreeChart chart(ChartTheme theme, boolean complete) {
        XYPlot plot = new XYPlot(null, x.axis(theme), y.axis(theme), null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        addTrails(plot, theme);
        addFront(plot, theme);
        addPlaces(plot, theme);
        Charts.dress(plot, theme);
        JFreeChart chart = Charts.of(complete ? title : null, plot, theme);
        if (complete) {
            chart.addLegend(Charts.legend(plot.getRenderer(2), theme));
        }
        return chart;
    }

    private void addTrails(XYPlot plot, ChartTheme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            data.addSeries(run.id(), run.trail());
            Color colour = theme.color(run.style());
            boolean chosen = selected.contains(run.id());
            renderer.setSeriesPaint(i, chosen ? colour : theme.faint(colour));
            renderer.setSeriesStroke(i, run.style().dash().stroke(chosen ? 2 : 1.2f));
        }
        plot.setDataset(0, data);
        plot.setRenderer(0, renderer);
    }

    private void addFront(XYPlot plot, ChartTheme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        double[][] corners = new double[2][front.size()];
        for (int i = 0; i < front.size(); i++) {
            corners[0][i] = front.get(i)[0];
            corners[1][i] = front.get(i)[1];
        }
        data.addSeries(frontLabel, corners);
        // From one run of the front to the next nothing better is known than the lower of the two.
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setStepPoint(0);
        renderer.setSeriesPaint(0, theme.muted());
        renderer.setSeriesStroke(0, Dash.DOTTED.stroke(1.4f));
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    private void addPlaces(XYPlot plot, ChartTheme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            data.addSeries(new Labelled(i, run.label()), new double[][] {{run.lastX()}, {run.lastY()}});
            Color colour = theme.color(run.style());
            boolean chosen = selected.contains(run.id());
            boolean hollow = !run.baseline() && Double.isNaN(run.robustness());
            renderer.setSeriesShape(i, shape(run));
            renderer.setSeriesFillPaint(i, hollow ? theme.background() : colour);
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesOutlinePaint(i, chosen || run.baseline() ? theme.foreground() : colour);
            renderer.setSeriesOutlineStroke(i, Dash.SOLID.stroke(chosen ? 2.5f : 1.3f));
            if ((chosen && named) || run.baseline()) {
                plot.addAnnotation(name(run, theme, taken));
            }
        }
        plot.setDataset(2, data);
        plot.setRenderer(2, renderer);
    }

    /** The name of a run beside its mark, a line lower for each name that stands there already. */
    private XYTextAnnotation name(Run run, ChartTheme theme, List<Rectangle2D> taken) {
        boolean right = x.part(run.lastX()) > 0.6;
        double line = theme.fontSize() * 1.1;
        double length = run.label().length() * theme.fontSize() * 0.55;
        double away = BASELINE_RADIUS * 1.6;
        double at = x.part(run.lastX()) * width + (right ? -away : away);
        Rectangle2D place = new Rectangle2D.Double(
                right ? at - length : at, (1 - y.part(run.lastY())) * height - line / 2, length, line);
        while (taken.stream().anyMatch(place::intersects)) {
            place.setRect(place.getX(), place.getY() + line, length, line);
        }
        taken.add(place);
        XYTextAnnotation text =
                new XYTextAnnotation(run.label(), x.at(at / width), y.at(1 - place.getCenterY() / height));
        text.setTextAnchor(right ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
        text.setFont(theme.font(0.85));
        text.setPaint(theme.foreground());
        return text;
    }

    private static Shape shape(Run run) {
        if (run.baseline()) {
            return Marker.STAR.shape(BASELINE_RADIUS);
        }
        double robustness = Double.isNaN(run.robustness()) ? 0.3 : Math.min(1, Math.max(0, run.robustness()));
        return run.style().marker().shape(LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * robustness);
    }

    /** The runs that no other one beats in both, from left to right. */
    static List<double[]> front(List<Run> runs) {
        List<Run> fromRight = runs.stream()
                .filter(run -> !run.baseline())
                .sorted(Comparator.comparingDouble(Run::lastX).reversed())
                .toList();
        List<double[]> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Run run : fromRight) {
            if (run.lastY() > best) {
                best = run.lastY();
                front.add(0, new double[] {run.lastX(), run.lastY()});
            }
        }
        return front;
    }

    /** Two runs may have the same label. */
    private record Labelled(int index, String label) implements Comparable<Labelled> {
        @Override
        public int compareTo(Labelled other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label;
        }
    }
}

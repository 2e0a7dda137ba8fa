package org.palimpsest.engine.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars in groups.
 *
 * @param places names of the groups, from left to right
 * @param series one bar a group each
 */
record BarPlot(String title, String xLabel, String yLabel, List<String> places, List<Series> series) {

    private static final int LONGEST_PLACE = 12;
    private static final int WIDE = 1120;
    private static final int NARROW_BARS = 30;

    /** A bar a group; NaN where there is none. */
    record Series(String name, Ink ink, List<Double> values) {
        Series {
            values = List.copyOf(values);
        }
    }

    BarPlot {
        places = List.copyOf(places);
        series = List.copyOf(series);
    }

    Figure figure(String id) {
        boolean wide = places.size() * series.size() > NARROW_BARS;
        int width = wide ? WIDE : CurveChart.WIDTH;
        String svg = SvgDrawing.of(chart(), id, width, CurveChart.HEIGHT, title, alt());
        return new Figure(id, title, svg, table(), wide);
    }

    private JFreeChart chart() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(true);
        bars.setItemMargin(0.06);
        bars.setMaximumBarWidth(0.08);
        for (int s = 0; s < series.size(); s++) {
            Series one = series.get(s);
            for (int p = 0; p < places.size(); p++) {
                double value = one.values.get(p);
                data.addValue(Double.isFinite(value) ? value : null, (Integer) s, (Integer) p);
            }
            boolean reference = one.ink.role() == Ink.Role.REFERENCE;
            bars.setSeriesPaint(s, one.ink.fill());
            bars.setSeriesOutlinePaint(s, one.ink.color());
            bars.setSeriesOutlineStroke(
                    s,
                    reference
                            ? new BasicStroke(
                                    1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {4, 2}, 0)
                            : new BasicStroke(1));
        }
        bars.setLegendItemLabelGenerator(
                (set, index) -> Visible.text(series.get(index).name()));
        CategoryAxis domain = ChartLook.axis(new CategoryAxis(xLabel) {
            private static final long serialVersionUID = 1L;

            @Override
            protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
                String place = Visible.token(places.get((Integer) category), LONGEST_PLACE);
                return TextUtils.createTextBlock(place, getTickLabelFont(category), getTickLabelPaint(category));
            }
        });
        domain.setCategoryMargin(0.25);
        domain.setLowerMargin(0.01);
        domain.setUpperMargin(0.01);
        CategoryPlot plot = new CategoryPlot(data, domain, ChartLook.axis(new NumberAxis(yLabel)), bars);
        ChartLook.grid(plot);
        return ChartLook.chart(plot, true);
    }

    private String alt() {
        StringBuilder words = new StringBuilder("Bars.");
        for (Series one : series) {
            words.append(' ').append(one.name).append(':');
            for (int p = 0; p < places.size(); p++) {
                words.append(p == 0 ? " " : ", ")
                        .append(places.get(p))
                        .append(' ')
                        .append(NumberText.of(one.values.get(p)));
            }
            words.append('.');
        }
        return words.toString();
    }

    private DataTable table() {
        List<String> head = new ArrayList<>(List.of(xLabel));
        series.forEach(s -> head.add(s.name));
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < places.size(); p++) {
            List<String> row = new ArrayList<>(List.of(Visible.token(places.get(p), 60)));
            for (Series one : series) {
                row.add(NumberText.of(one.values.get(p)));
            }
            rows.add(row);
        }
        return new DataTable(head, rows, "");
    }
}

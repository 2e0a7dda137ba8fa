package org.palimpsest.app.chart.tokens;

import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.Dash;

/**
 * Bars at one moment.
 *
 * @param title of the chart
 * @param probability what the bars measure
 * @param bars tokens, the first on top
 * @param selected index of the token that is looked at, or -1
 * @param voices what the bars of one token stand for
 * @param height of the chart in pixels
 */
record BarPicture(
        String title, String probability, List<TokenBar> bars, int selected, List<Voice> voices, double height)
        implements Picture {

    BarPicture {
        bars = List.copyOf(bars);
        voices = List.copyOf(voices);
    }

    @Override
    public JFreeChart chart(ChartTheme theme, boolean complete) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        double most = 0;
        for (Voice voice : voices) {
            for (int i = 0; i < bars.size(); i++) {
                double value = voice.of(bars.get(i));
                data.addValue(Double.isNaN(value) ? null : value, voice.label(), key(i));
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
        }
        CategoryPlot plot = new CategoryPlot(data, tokens(theme), shares(most, theme), renderer(theme));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(theme.background());
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Dash.SOLID.stroke(1));
        plot.setOutlinePaint(theme.border());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        if (selected >= 0 && selected < bars.size()) {
            CategoryMarker marker = new CategoryMarker(key(selected), theme.grid(), Dash.SOLID.stroke(1));
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
        JFreeChart chart = Charts.of(complete ? title : null, plot, theme);
        if (complete) {
            chart.addLegend(Charts.legend(plot, theme));
        }
        return chart;
    }

    /** Two tokens may look the same; their rows may not. */
    private Key key(int index) {
        return new Key(index, bars.get(index).visible());
    }

    private record Key(int index, String text) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static CategoryAxis tokens(ChartTheme theme) {
        CategoryAxis axis = new CategoryAxis();
        Axes.dress(axis, theme);
        axis.setTickLabelPaint(theme.foreground());
        axis.setMaximumCategoryLabelWidthRatio(0.4f);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.18);
        return axis;
    }

    private NumberAxis shares(double most, ChartTheme theme) {
        NumberAxis axis = new NumberAxis(probability);
        Axes.dress(axis, theme);
        axis.setNumberFormatOverride(NumberFormat.getPercentInstance());
        // The number at the end of the longest bar needs room too.
        // Without a bar the whole of it is shown.
        axis.setRange(0, most > 0 ? Math.min(1.18, Math.max(most * 1.18, 0.01)) : 1);
        return axis;
    }

    private BarRenderer renderer(ChartTheme theme) {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setItemMargin(0.05);
        NumberFormat percent = NumberFormat.getPercentInstance();
        percent.setMaximumFractionDigits(1);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", percent));
        renderer.setDefaultItemLabelsVisible(roomForNumbers(theme));
        renderer.setDefaultItemLabelFont(theme.font(0.75));
        renderer.setDefaultItemLabelPaint(theme.foreground());
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        for (int i = 0; i < voices.size(); i++) {
            voices.get(i).hatch().dress(renderer, i, theme.color(voices.get(i).style()), theme.background(), 1);
        }
        return renderer;
    }

    /** Whether each bar is about as thick as its number is high. */
    private boolean roomForNumbers(ChartTheme theme) {
        double plot = height - 4 * theme.fontSize();
        return plot * 0.8 / Math.max(1, bars.size() * voices.size()) > theme.fontSize() * 0.75;
    }
}

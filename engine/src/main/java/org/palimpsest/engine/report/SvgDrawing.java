package org.palimpsest.engine.report;

import com.hubspot.jinjava.lib.filter.EscapeFilter;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** Draws a chart as an SVG element that takes its colours from the page it stands in and says in words what it shows. */
final class SvgDrawing {

    private static final Pattern STAND_IN = Pattern.compile("rgb\\(1,(\\d+),(\\d+)\\)");

    private static final String TICK =
            "style='stroke-width:0.5;stroke:var(--muted);stroke-linecap:square;shape-rendering:crispEdges'";
    private static final String TICK_LABEL = "style='fill: var(--ink); font-size: 11px;'";

    private SvgDrawing() {}

    /**
     * The element, well-formed as XML.
     *
     * @param id unique in the page
     * @param title what the chart shows, for screen readers
     * @param alt what can be read from it
     */
    static String of(JFreeChart chart, String id, int width, int height, String title, String alt) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setDefsKeyPrefix(id + "-");
        graphics.setGeomDoubleConverter(SvgDrawing::short1);
        chart.draw(graphics, new Rectangle(width, height));
        String svg = graphics.getSVGElement(id, false, new ViewBox(0, 0, width, height), null, null);
        String opening = "<svg id='" + id + "' xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + height
                + "' role='img' aria-labelledby='" + id + "-title " + id + "-desc'><title id='" + id + "-title'>"
                + escaped(title) + "</title><desc id='" + id + "-desc'>" + escaped(alt) + "</desc>";
        return opening + classed(themed(slim(svg.substring(svg.indexOf('>') + 1), id)));
    }

    /** Without what says nothing: the clip to the whole picture and properties at their initial value. */
    private static String slim(String svg, String id) {
        return svg.replace(" clip-path='url(#" + id + "-clip-0)'", "")
                .replace("stroke-opacity:1.0;", "")
                .replace("stroke-miterlimit:10;", "")
                .replace("stroke-linecap:butt;", "")
                .replace("shape-rendering:geometricPrecision;", "")
                .replace(";stroke:none'", "'")
                .replace(" fill-opacity: 1.0; font-family: sans-serif;", "");
    }

    /** The two styles that a chart repeats most, as classes of the page's style sheet. */
    private static String classed(String svg) {
        return svg.replace(TICK, "class='tick'").replace(TICK_LABEL, "class='label'");
    }

    private static String themed(String svg) {
        Matcher matcher = STAND_IN.matcher(svg);
        return matcher.replaceAll(found -> {
            int index = Integer.parseInt(found.group(2));
            return switch (Integer.parseInt(found.group(1))) {
                case 0 -> "var(--series-" + index + ")";
                case 1 -> "var(--" + new String[] {"ink", "muted", "grid", "paper"}[index] + ")";
                case 2 -> "var(--rise-" + index + ")";
                case 3 -> "var(--side-" + index + ")";
                case 4 -> "url(#hatch-" + index + ")";
                default -> throw new IllegalStateException("no such colour stand-in: " + found.group());
            };
        });
    }

    private static String short1(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return EscapeFilter.escapeHtmlEntities(Visible.text(text));
    }
}

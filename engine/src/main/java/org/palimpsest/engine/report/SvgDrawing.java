package org.palimpsest.engine.report;

import com.hubspot.jinjava.lib.filter.EscapeFilter;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.util.SVGConstants;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.w3c.dom.Document;

/** Draws a chart as an SVG element that takes its colours from the page it stands in and says in words what it shows. */
final class SvgDrawing {

    private static final Pattern STAND_IN = Pattern.compile("rgb\\(1,(\\d+),(\\d+)\\)");

    private static final Pattern STYLE = Pattern.compile("(<(\\w+)\\b[^>]*?) style=\"([^\"]*)\"");
    private static final Pattern INITIAL = Pattern.compile(" style=\"[^\"]*\"");
    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");
    private static final Pattern PATH_BLANK = Pattern.compile(" ?([MLCQZ]) ?");
    /** Hints to renderers, and the font, which the page's style sheet gives. */
    private static final Pattern NEEDLESS = Pattern.compile(
            "(color|text|image|shape)-(rendering|interpolation):.*|font-(family|style|weight):(?!bold).*|(stroke|fill)-opacity:1"
                    + "|stroke-dashoffset:0|stroke-miterlimit:10");

    static {
        // Turned text would be outlines of a font of this machine.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private SvgDrawing() {}

    /**
     * The element, well-formed as XML.
     *
     * @param id unique in the page
     * @param title what the chart shows, for screen readers
     * @param alt what can be read from it
     */
    static String of(JFreeChart chart, String id, int width, int height, String title, String alt) {
        String opening = "<svg id='" + id + "' xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + height
                + "' role='img' aria-labelledby='" + id + "-title " + id + "-desc'><title id='" + id + "-title'>"
                + escaped(title) + "</title><desc id='" + id + "-desc'>" + escaped(alt) + "</desc>";
        return opening + themed(slim(drawn(chart, id, width, height), id)) + "</svg>";
    }

    /** What Batik makes of the chart, without the element around it. */
    private static String drawn(JFreeChart chart, String id, int width, int height) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(1);
        context.setIDGenerator(new Names(id));
        SVGGraphics2D graphics = MeasuredCanvas.of(context);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        chart.draw(graphics, new Rectangle(width, height));
        StringWriter out = new StringWriter();
        try {
            graphics.stream(out, true);
        } catch (SVGGraphics2DIOException e) {
            throw new UncheckedIOException(e);
        }
        String svg = out.toString();
        // The element itself is made above; what it says of all strokes and fills moves to a group.
        int root = svg.indexOf("<svg");
        int inner = svg.indexOf('>', root) + 1;
        Matcher initial = INITIAL.matcher(svg.substring(root, inner));
        String group = initial.find() ? "<g" + initial.group() + ">" : "<g>";
        return group + svg.substring(inner, svg.lastIndexOf("</svg")) + "</g>";
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGConstants.SVG_NAMESPACE_URI, SVGConstants.SVG_SVG_TAG, null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can make an empty document", e);
        }
    }

    /** Names of clips and the like that are unique in the page and the same whenever the same chart is drawn. */
    private static final class Names extends SVGIDGenerator {
        private final String chart;
        private int next;

        Names(String chart) {
            this.chart = chart;
        }

        @Override
        public String generateID(String prefix) {
            return chart + "-" + prefix + next++;
        }
    }

    /** Without line breaks, the clip to the whole picture, and properties that say nothing where they stand. */
    private static String slim(String svg, String id) {
        String flat = svg.replaceAll("\\s*\\n\\s*", "")
                .replace("<defs id=\"genericDefs\"/>", "")
                .replace(" xml:space=\"preserve\"", "")
                .replace(" clipPathUnits=\"userSpaceOnUse\"", "")
                .replace("clip-path:url(#" + id + "-clipPath0);", "");
        flat = PATH.matcher(flat)
                .replaceAll(found -> " d='"
                        + PATH_BLANK.matcher(found.group(1)).replaceAll("$1").strip() + "'");
        return STYLE.matcher(flat)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + slimStyle(found.group(3), found.group(2).equals("g"))));
    }

    private static String slimStyle(String style, boolean inherited) {
        boolean strokeless = !inherited && style.contains("stroke:none");
        String kept = Arrays.stream(style.split(";"))
                .map(String::strip)
                .filter(property ->
                        !property.isEmpty() && !NEEDLESS.matcher(property).matches())
                .filter(property -> !strokeless || !property.startsWith("stroke-"))
                .collect(Collectors.joining(";"));
        return kept.isEmpty() ? "" : " style='" + kept + "'";
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

    private static String escaped(String text) {
        return EscapeFilter.escapeHtmlEntities(Visible.text(text));
    }
}

package org.palimpsest.engine.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** Draws as SVG, with text that stays text and is measured by {@link MeasuredFont}; no font of the system is asked for. */
final class MeasuredCanvas extends SVGGraphics2D {

    private MeasuredCanvas(SVGGeneratorContext context) {
        super(context, false);
    }

    private MeasuredCanvas(MeasuredCanvas other) {
        super(other);
    }

    /** An empty canvas. */
    static MeasuredCanvas of(SVGGeneratorContext context) {
        SVGGeneratorContext.GraphicContextDefaults defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(ChartLook.NORMAL);
        context.setGraphicContextDefaults(defaults);
        return new MeasuredCanvas(context);
    }

    @Override
    public Graphics create() {
        return new MeasuredCanvas(this);
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font == null ? null : MeasuredFont.like(font));
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new Metrics(MeasuredFont.like(font));
    }

    private static final class Metrics extends FontMetrics {

        private static final long serialVersionUID = 1L;

        private final MeasuredFont measured;

        Metrics(MeasuredFont font) {
            super(font);
            this.measured = font;
        }

        @Override
        public int getAscent() {
            return Math.round(measured.ascent());
        }

        @Override
        public int getDescent() {
            return Math.round(measured.descent());
        }

        @Override
        public int getLeading() {
            return Math.round(measured.leading());
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.round(measured.width(text));
        }

        @Override
        public int charsWidth(char[] data, int offset, int length) {
            return stringWidth(new String(data, offset, length));
        }

        @Override
        public int charWidth(char character) {
            return stringWidth(String.valueOf(character));
        }

        @Override
        public LineMetrics getLineMetrics(String text, Graphics context) {
            return measured.getLineMetrics(text, null);
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics context) {
            return measured.getStringBounds(text, null);
        }
    }
}

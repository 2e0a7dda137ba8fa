package org.palimpsest.engine.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.Normalizer;
import java.util.Map;

/**
 * A sans-serif font whose letters are measured by a table instead of the system's fonts. The text of charts is set by whatever shows
 * the page, with fonts that are not known here; so the same chart has the same bytes on every machine, also on one without fonts.
 */
final class MeasuredFont extends Font {

    private static final long serialVersionUID = 1L;

    /** Widths of the characters from space to tilde in thousandths of the size: those of Helvetica, which Arial shares. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    /** Fonts that pages are shown with are up to so much wider. */
    private static final double ROOM = 1.1;

    private static final double BOLD = 1.07;
    private static final double OTHER = 0.6;
    private static final float ASCENT = 0.905f;
    private static final float DESCENT = 0.212f;
    private static final float LEADING = 0.033f;

    /** @param style {@link Font#PLAIN} or {@link Font#BOLD} */
    MeasuredFont(int style, float size) {
        super(SANS_SERIF, style, Math.round(size));
        pointSize = size;
    }

    /** A font's size and weight, measured by the table. */
    static MeasuredFont like(Font font) {
        return font instanceof MeasuredFont measured ? measured : new MeasuredFont(font.getStyle(), font.getSize2D());
    }

    /** The width of a text in pixels. */
    double width(String text) {
        double thousandths = Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .mapToDouble(MeasuredFont::width)
                .sum();
        return thousandths * ROOM * (isBold() ? BOLD : 1) * getSize2D();
    }

    /** The width of a character as a share of the size. */
    private static double width(int character) {
        if (character >= ' ' && character <= '~') {
            return WIDTHS[character - ' '] / 1000.0;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.CONTROL) {
            return 0;
        }
        boolean square = Character.isIdeographic(character)
                || character >= 0x1100 && type == Character.OTHER_LETTER
                || character >= 0x1f000;
        return square ? 1 : OTHER;
    }

    float ascent() {
        return ASCENT * getSize2D();
    }

    float descent() {
        return DESCENT * getSize2D();
    }

    float leading() {
        return LEADING * getSize2D();
    }

    @Override
    public String getFamily() {
        return SANS_SERIF;
    }

    @Override
    public Font deriveFont(Map<? extends Attribute, ?> attributes) {
        Object size = attributes.get(TextAttribute.SIZE);
        return new MeasuredFont(getStyle(), size instanceof Number number ? number.floatValue() : getSize2D());
    }

    @Override
    public Font deriveFont(float size) {
        return new MeasuredFont(getStyle(), size);
    }

    @Override
    public Font deriveFont(int style) {
        return new MeasuredFont(style, getSize2D());
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return new Rectangle2D.Double(0, -ascent(), width(text), ascent() + descent() + leading());
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Line(this, text.length());
    }

    /** Where lines of text stand. */
    private static final class Line extends LineMetrics {
        private final MeasuredFont font;
        private final int characters;

        Line(MeasuredFont font, int characters) {
            this.font = font;
            this.characters = characters;
        }

        @Override
        public int getNumChars() {
            return characters;
        }

        @Override
        public float getAscent() {
            return font.ascent();
        }

        @Override
        public float getDescent() {
            return font.descent();
        }

        @Override
        public float getLeading() {
            return font.leading();
        }

        @Override
        public float getHeight() {
            return font.ascent() + font.descent() + font.leading();
        }

        @Override
        public int getBaselineIndex() {
            return ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, (font.descent() - font.ascent()) / 2, -font.ascent()};
        }

        @Override
        public float getStrikethroughOffset() {
            return -font.ascent() / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return font.getSize2D() / 20;
        }

        @Override
        public float getUnderlineOffset() {
            return font.descent() / 2;
        }

        @Override
        public float getUnderlineThickness() {
            return font.getSize2D() / 20;
        }
    }
}

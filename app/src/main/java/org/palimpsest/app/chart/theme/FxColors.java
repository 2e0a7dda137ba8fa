package org.palimpsest.app.chart.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/** Colours between JavaFX, which shows, and Java2D, which draws. */
public final class FxColors {
    private FxColors() {}

    /** For JavaFX. */
    public static Color toFx(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue(), color.getAlpha() / 255.0);
    }

    /** For Java2D. */
    public static java.awt.Color toAwt(Color color) {
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    /** For a style sheet. */
    public static String toCss(java.awt.Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}

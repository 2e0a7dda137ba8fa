package org.palimpsest.engine.report;

import java.awt.GraphicsEnvironment;
import java.util.Locale;

/** The fonts of this machine that Java can draw with. Reports need none ({@link MeasuredFont}); pictures of the window's charts do. */
public final class ChartFonts {
    private ChartFonts() {}

    /**
     * Number of font families of this machine.
     *
     * @throws RuntimeException or an {@link Error} of one of many kinds where Java's font code finds nothing to begin with
     */
    public static int families() {
        return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
    }
}

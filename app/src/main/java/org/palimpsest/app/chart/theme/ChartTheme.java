package org.palimpsest.app.chart.theme;

import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The looks that every chart of a window shares. Immutable, so that charts can be drawn on another thread than the one that reads the theme.
 *
 * @param background of the chart
 * @param foreground of words and marks
 * @param muted of words that matter less: axis numbers
 * @param border of the plot
 * @param accent of the focus, the crosshair and the selection
 * @param danger of warnings
 * @param series colours of series
 * @param fontFamily of all words
 * @param fontSize of all words, in pixels
 */
public record ChartTheme(
        Color background,
        Color foreground,
        Color muted,
        Color border,
        Color accent,
        Color danger,
        List<Color> series,
        String fontFamily,
        double fontSize) {
    /** What a graphical object needs at least (WCAG 2.1, 1.4.11). */
    public static final double LEAST_CONTRAST = 3;
    /** What text needs at least (WCAG 2.1, 1.4.3). */
    private static final double TEXT_CONTRAST = 4.5;

    /** Black on white: for paper, and before the window's theme is known. */
    public static final ChartTheme PLAIN = of(
            Color.WHITE,
            new Color(0x24292F),
            new Color(0x57606A),
            new Color(0xD0D7DE),
            new Color(0x0969DA),
            new Color(0xCF222E),
            Font.SANS_SERIF,
            12);

    /** Makes a theme of what the window says, with text and series colours brought to the contrast they need. */
    public static ChartTheme of(
            Color background,
            Color foreground,
            Color muted,
            Color border,
            Color accent,
            Color danger,
            String fontFamily,
            double fontSize) {
        // A theme of pure black and white is one for eyes that need contrast: there, lines get as much as text
        // elsewhere.
        double ratio = contrasting(foreground, background) ? TEXT_CONTRAST : LEAST_CONTRAST;
        return new ChartTheme(
                background,
                foreground,
                Contrast.ensure(muted, background, TEXT_CONTRAST),
                border,
                Contrast.ensure(accent, background, ratio),
                Contrast.ensure(danger, background, ratio),
                Palette.on(background, ratio),
                fontFamily,
                fontSize);
    }

    /** Copies the list. */
    public ChartTheme {
        series = List.copyOf(series);
    }

    /** Whether the background is dark. */
    public boolean dark() {
        return Contrast.luminance(background) < 0.18;
    }

    private boolean contrasting() {
        return contrasting(foreground, background);
    }

    private static boolean contrasting(Color foreground, Color background) {
        return Contrast.of(foreground, background) > 18;
    }

    /** The colour of a series. */
    public Color color(SeriesStyle style) {
        return series.get(Math.floorMod(style.colour(), series.size()));
    }

    /** Lines that help to read off values and should not be looked at. */
    public Color grid() {
        return Contrast.mix(background, foreground, 0.12);
    }

    /** A colour as it looks when it is mostly background: the raw line behind a smoothed one. */
    public Color faint(Color color) {
        // Where lines get as much contrast as text, these get what lines need.
        return contrasting() ? Contrast.mix(background, color, 0.7) : Contrast.mix(background, color, 0.35);
    }

    /** The font, {@code factor} times the size of the window's text. */
    public Font font(double factor) {
        return new Font(fontFamily, Font.PLAIN, 1).deriveFont((float) (fontSize * factor));
    }
}

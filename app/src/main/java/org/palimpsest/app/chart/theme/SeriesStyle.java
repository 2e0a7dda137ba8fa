package org.palimpsest.app.chart.theme;

/**
 * What a series looks like, whatever the theme.
 *
 * @param colour place in the theme's palette, counted round
 * @param dash of its line
 * @param marker on its line
 */
public record SeriesStyle(int colour, Dash dash, Marker marker) {
    private static final Marker[] MARKERS = {
        Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND, Marker.CROSS, Marker.TRIANGLE_DOWN
    };

    /** The model that still knows everything. */
    public static final SeriesStyle TARGET = new SeriesStyle(4, Dash.DASH_DOT, Marker.SQUARE);
    /** The model being unlearned, as it is now. */
    public static final SeriesStyle NOW = new SeriesStyle(0, Dash.SOLID, Marker.CIRCLE);
    /** The retained reference, which never saw the forget set. */
    public static final SeriesStyle REFERENCE = new SeriesStyle(2, Dash.DASHED, Marker.DIAMOND);

    /** The style of the n-th series, counted from 0. Colour, dash and marker go round with different lengths, so that 35 series differ. No series has stars: those are pinned models. */
    public static SeriesStyle of(int index) {
        Dash[] dashes = Dash.values();
        // Solid lines are the easiest to follow, so the first round of colours has them alone; later rounds change the
        // dash and shift the marker.
        int round = Math.floorDiv(index, Palette.SIZE);
        return new SeriesStyle(
                Math.floorMod(index, Palette.SIZE),
                dashes[Math.floorMod(round, dashes.length)],
                MARKERS[Math.floorMod(index + round, MARKERS.length)]);
    }
}

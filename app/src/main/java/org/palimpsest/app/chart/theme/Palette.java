package org.palimpsest.app.chart.theme;

import java.awt.Color;
import java.util.List;

/**
 * The colours of series: those of Okabe and Ito (<i>Color Universal Design</i>, 2008), which people with any of the common colour weaknesses tell apart, darkened
 * or lightened as far as the background asks for.
 */
final class Palette {
    private static final List<Color> OKABE_ITO = List.of(
            new Color(0x0072B2), // blue
            new Color(0xD55E00), // vermilion
            new Color(0x009E73), // bluish green
            new Color(0xCC79A7), // reddish purple
            new Color(0xE69F00), // orange
            new Color(0x56B4E9), // sky blue
            new Color(0xF0E442)); // yellow
    static final int SIZE = OKABE_ITO.size();

    private Palette() {}

    static List<Color> on(Color background, double ratio) {
        return OKABE_ITO.stream()
                .map(color -> Contrast.ensure(color, background, ratio))
                .toList();
    }
}

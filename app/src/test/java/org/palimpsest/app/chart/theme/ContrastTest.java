package org.palimpsest.app.chart.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContrastTest {

    @Test
    void isTwentyOneForBlackOnWhite() {
        assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
    }

    @Test
    void leavesAColourThatStandsOutAsItIs() {
        Color blue = new Color(0x0072B2);
        assertThat(Contrast.ensure(blue, Color.WHITE, 3)).isEqualTo(blue);
    }

    @Test
    void darkensYellowOnWhiteUntilItStandsOut() {
        Color yellow = Contrast.ensure(new Color(0xF0E442), Color.WHITE, 3);
        assertThat(Contrast.of(yellow, Color.WHITE)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void givesSeriesTheContrastOfTextOnAThemeOfHighContrast() {
        ChartTheme high = ChartTheme.of(
                Color.BLACK, Color.WHITE, Color.GRAY, Color.WHITE, Color.CYAN, Color.RED, Font.SANS_SERIF, 14);
        assertThat(high.series()).allMatch(colour -> Contrast.of(colour, Color.BLACK) >= 4.5);
    }

    @Test
    void keepsFaintLinesInSightOnAThemeOfHighContrast() {
        ChartTheme high = ChartTheme.of(
                Color.BLACK, Color.WHITE, Color.GRAY, Color.WHITE, Color.CYAN, Color.RED, Font.SANS_SERIF, 14);
        assertThat(high.series()).allMatch(colour -> Contrast.of(high.faint(colour), Color.BLACK) >= 2.5);
    }

    @Test
    void givesThirtyFiveSeriesLooksOfTheirOwn() {
        Set<SeriesStyle> looks = new HashSet<>();
        for (int i = 0; i < 35; i++) {
            looks.add(SeriesStyle.of(i));
        }
        assertThat(looks).hasSize(35);
    }
}

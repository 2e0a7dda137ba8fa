package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredFontTest {
    private static final MeasuredFont TEN = new MeasuredFont(Font.PLAIN, 10);

    /** From Adobe's metrics of Helvetica, and a tenth of room. */
    @ParameterizedTest
    @CsvSource({"' ', 278", "~, 584", "0, 556", "W, 944", "i, 222", "step, 1890", "0.5, 1390"})
    void widthsAreHelveticas(String text, double thousandths) {
        assertThat(TEN.width(text)).isCloseTo(1.1 * thousandths / 100, within(1e-9));
    }

    @Test
    void anAccentTakesNoRoom() {
        assertThat(TEN.width("Müßiggänger")).isEqualTo(TEN.width("Mußigganger"));
    }

    @Test
    void ideographsAreSquare() {
        assertThat(TEN.width("漢字")).isCloseTo(2 * 1.1 * 10, within(1e-9));
    }

    @Test
    void widthGrowsWithTheSize() {
        assertThat(new MeasuredFont(Font.PLAIN, 20).width("loss")).isCloseTo(2 * TEN.width("loss"), within(1e-9));
    }

    @Test
    void aFontOfTheSystemKeepsSizeAndWeight() {
        MeasuredFont like = MeasuredFont.like(new Font("Serif", Font.BOLD, 14));
        assertThat(like.getSize2D()).isEqualTo(14);
        assertThat(like.isBold()).isTrue();
    }

    @Test
    void derivingKeepsTheTable() {
        assertThat(TEN.deriveFont(12f)).isInstanceOf(MeasuredFont.class);
        assertThat(TEN.deriveFont(Font.BOLD)).isInstanceOf(MeasuredFont.class);
    }
}

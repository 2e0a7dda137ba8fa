package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimationTest {

    private static final List<Point> NOISY = noisy();

    private static List<Point> noisy() {
        List<Point> points = new ArrayList<>();
        for (int x = 0; x < 50_000; x++) {
            points.add(new Point(x, Math.sin(x * 12.9898) + (x == 31_234 ? 40 : 0)));
        }
        return points;
    }

    @Test
    void fewPointsStay() {
        assertThat(Decimation.of(NOISY.subList(0, 40), 300)).isEqualTo(NOISY.subList(0, 40));
    }

    @Test
    void atMostTwoPointsAColumnStay() {
        assertThat(Decimation.of(NOISY, 300)).hasSizeLessThanOrEqualTo(602);
    }

    @Test
    void endsStay() {
        assertThat(Decimation.of(NOISY, 300)).startsWith(NOISY.get(0)).endsWith(NOISY.get(49_999));
    }

    @Test
    void spikeStays() {
        assertThat(Decimation.of(NOISY, 300)).contains(NOISY.get(31_234));
    }

    @Test
    void orderStays() {
        assertThat(Decimation.of(NOISY, 300)).isSortedAccordingTo(Comparator.comparingDouble(Point::x));
    }

    @Test
    void holesDoNotHideExtremes() {
        List<Point> holed = new ArrayList<>(NOISY);
        for (int i = 1; i < holed.size(); i += 2) {
            holed.set(i, new Point(i, Double.NaN));
        }
        assertThat(Decimation.of(holed, 300)).contains(NOISY.get(31_234));
    }
}

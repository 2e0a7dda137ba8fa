package org.palimpsest.app.chart.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtremaPyramidTest {
    private final Random random = new Random(7);
    private final DoubleColumn column = new DoubleColumn();
    private final ExtremaPyramid pyramid = new ExtremaPyramid(column);

    @Test
    void findsTheLeastOfAnyStretchAsASearchThroughAllValuesWould() {
        append(5_000);
        for (int trial = 0; trial < 3_000; trial++) {
            int from = random.nextInt(5_000);
            int to = from + random.nextInt(5_001 - from);
            assertThat(pyramid.least(from, to)).isEqualTo(search(from, to, false, false));
        }
    }

    @Test
    void findsTheGreatestOfAnyStretch() {
        append(5_000);
        for (int trial = 0; trial < 3_000; trial++) {
            int from = random.nextInt(5_000);
            int to = from + random.nextInt(5_001 - from);
            assertThat(pyramid.greatest(from, to)).isEqualTo(search(from, to, true, false));
        }
    }

    @Test
    void findsTheLeastAboveZeroOfAnyStretch() {
        append(5_000);
        for (int trial = 0; trial < 3_000; trial++) {
            int from = random.nextInt(5_000);
            int to = from + random.nextInt(5_001 - from);
            assertThat(pyramid.leastPositive(from, to)).isEqualTo(search(from, to, false, true));
        }
    }

    @Test
    void staysRightWhenValuesAreTakenBackAndOthersAppended() {
        append(5_000);
        for (int size : new int[] {4_321, 4_000, 300, 256, 17, 0}) {
            column.cut(size);
            pyramid.cut(size);
            append(700);
            assertThat(pyramid.least(0, column.size())).isEqualTo(search(0, column.size(), false, false));
            assertThat(pyramid.greatest(0, column.size())).isEqualTo(search(0, column.size(), true, false));
        }
    }

    @Test
    void hasNoExtremeWhereEverythingIsAGap() {
        for (int i = 0; i < 100; i++) {
            column.add(Double.NaN);
        }
        pyramid.grow();
        assertThat(pyramid.least(0, 100)).isNegative();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            column.add(random.nextInt(50) == 0 ? Double.NaN : random.nextGaussian());
        }
        pyramid.grow();
    }

    private int search(int from, int to, boolean greatest, boolean positive) {
        int best = -1;
        for (int i = from; i < to; i++) {
            double value = column.get(i);
            if (Double.isNaN(value) || (positive && value <= 0)) {
                continue;
            }
            if (best < 0 || (greatest ? value > column.get(best) : value < column.get(best))) {
                best = i;
            }
        }
        return best;
    }
}

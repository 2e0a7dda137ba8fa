package org.palimpsest.app.chart.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int COUNT = 100_000;

    private final SeriesData series = new SeriesData();
    private final CurveView view = new CurveView(series);

    @Test
    void keepsTheLeastAndTheGreatestValueOfEveryPixelColumn() {
        noise(new Random(1), COUNT);
        int columns = 640;
        Points points = view.raw(linear(0, COUNT - 1, columns));
        for (int column = 0; column < columns; column++) {
            double from = (COUNT - 1.0) * column / columns;
            double to = column == columns - 1 ? COUNT : (COUNT - 1.0) * (column + 1) / columns;
            double[] all = IntStream.range((int) Math.ceil(from), (int) Math.ceil(to))
                    .mapToDouble(series::value)
                    .toArray();
            double[] kept = IntStream.range(0, points.size())
                    .filter(i -> points.x()[i] >= from && points.x()[i] < to)
                    .mapToDouble(i -> points.y()[i])
                    .toArray();
            assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(all).min());
            assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(all).max());
        }
    }

    @Test
    void handsOverAtMostTwoPointsAPixelColumn() {
        noise(new Random(2), COUNT);
        assertThat(view.raw(linear(0, COUNT - 1, 500)).size()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void keepsOnePeakAmongAHundredThousandPoints() {
        for (int i = 0; i < COUNT; i++) {
            series.append(i, i == 31_415 ? 7 : 0);
        }
        assertThat(Arrays.stream(view.raw(linear(0, COUNT - 1, 300)).y()).max()).hasValue(7);
    }

    @Test
    void keepsPointsInTheirOrder() {
        noise(new Random(3), COUNT);
        assertThat(view.raw(linear(100, 90_000, 333)).x()).isSorted();
    }

    @Test
    void givesEveryPointWhereThereIsRoomForAll() {
        noise(new Random(4), 200);
        assertThat(view.raw(linear(0, 199, 400)).size()).isEqualTo(200);
    }

    @Test
    void addsOnePointBeyondEitherEdgeSoThatTheLineLeavesThePicture() {
        noise(new Random(5), 100);
        assertThat(view.raw(linear(10, 20, 400)).x()).startsWith(9, 10).endsWith(20, 21);
    }

    @Test
    void liftsThePenAtAGapThatFillsAColumn() {
        for (int i = 0; i < 10_000; i++) {
            series.append(i, i >= 4_000 && i < 6_000 ? Double.NaN : 1);
        }
        assertThat(view.raw(linear(0, 9_999, 50)).y()).contains(Double.NaN);
    }

    @Test
    void leavesOutZeroesAndNegativesOnALogarithmicVerticalAxis() {
        for (int i = 0; i < 10_000; i++) {
            series.append(i, i % 3 - 1);
        }
        Viewport logarithmic = new Viewport(XChoice.STEP, 0, 9_999, false, true, 100);
        assertThat(Arrays.stream(view.raw(logarithmic).y()).filter(value -> !Double.isNaN(value)))
                .isNotEmpty()
                .allMatch(value -> value > 0);
    }

    @Test
    void keepsTheLeastValueAboveZeroOnALogarithmicVerticalAxis() {
        for (int i = 0; i < 10_000; i++) {
            series.append(i, i == 5_000 ? 1e-6 : i % 2 == 0 ? -1 : 1);
        }
        Viewport logarithmic = new Viewport(XChoice.STEP, 0, 9_999, false, true, 100);
        assertThat(view.raw(logarithmic).y()).contains(1e-6);
    }

    @Test
    void leavesOutStepZeroOnALogarithmicHorizontalAxis() {
        noise(new Random(6), 1_000);
        assertThat(Arrays.stream(view.raw(new Viewport(XChoice.STEP, 1, 999, true, false, 200))
                        .x()))
                .isNotEmpty()
                .allMatch(x -> x > 0);
    }

    @Test
    void drawsNothingOverAnAxisThatTheSeriesDoesNotKnow() {
        noise(new Random(7), 10);
        assertThat(view.raw(new Viewport(XChoice.TOKENS, 0, 10, false, false, 100))
                        .size())
                .isZero();
    }

    private void noise(Random random, int count) {
        for (int i = 0; i < count; i++) {
            series.append(i, random.nextGaussian());
        }
    }

    private static Viewport linear(double from, double to, int columns) {
        return new Viewport(XChoice.STEP, from, to, false, false, columns);
    }
}

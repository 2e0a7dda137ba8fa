package org.palimpsest.app.chart.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void holdsAllValuesOfASet() {
        double[] values = new Random(1).doubles(1_000, -3, 8).toArray();
        Bins bins = Bins.of(List.of(values));
        assertThat(Arrays.stream(bins.shares(values)).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsTheGreatestValueInTheLastBin() {
        assertThat(new Bins(0, 10, 5).shares(new double[] {10})[4]).isEqualTo(1);
    }

    @Test
    void countsAValueOnAnEdgeToTheRight() {
        assertThat(new Bins(0, 10, 5).shares(new double[] {2})[1]).isEqualTo(1);
    }

    @Test
    void isAsWideAsTwiceTheQuartilesOverTheCubeRoot() {
        double[] values = new double[1_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        // Quartiles 500.5 apart, ten times the cube root: bins of about 100.
        assertThat(Bins.of(List.of(values)).count()).isEqualTo(10);
    }

    @Test
    void hasRoomForOneValue() {
        assertThat(Bins.of(List.of(new double[] {3, 3, 3})).width()).isPositive();
    }

    @Test
    void existsWithoutValues() {
        assertThat(Bins.of(List.of()).high()).isGreaterThan(Bins.of(List.of()).low());
    }
}

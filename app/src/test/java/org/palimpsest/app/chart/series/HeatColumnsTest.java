package org.palimpsest.app.chart.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeatColumnsTest {
    private final SeriesData layer = new SeriesData();

    @Test
    void holdsAnObservationUntilTheNext() {
        layer.append(0, 1);
        layer.append(5, 2);
        layer.append(10, 3);
        assertThat(columns(0, 15, 15)).containsExactly(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3);
    }

    @Test
    void keepsOneFlashAmongManySteps() {
        for (int step = 0; step < 10_000; step++) {
            layer.append(step, step == 1_234 ? -8 : 0.5);
        }
        assertThat(columns(0, 10_000, 20)).contains(-8);
    }

    @Test
    void isEmptyBeforeTheFirstObservation() {
        layer.append(8, 1);
        layer.append(9, 1);
        assertThat(columns(0, 10, 10)[3]).isNaN();
    }

    private double[] columns(double from, double to, int count) {
        return HeatColumns.of(List.of(layer), new Viewport(XChoice.STEP, from, to, false, false, count))[0];
    }
}

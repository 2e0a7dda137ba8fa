package org.palimpsest.app.compare.curves;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.log.Column;

class DifferenceTest {

    private static Column column(double... stepsAndValues) {
        Column column = new Column();
        for (int i = 0; i < stepsAndValues.length; i += 2) {
            column.add((long) stepsAndValues[i], stepsAndValues[i + 1]);
        }
        return column;
    }

    @Test
    void subtractsStepByStep() {
        Difference difference = Difference.of(column(0, 5, 2, 7, 4, 9), column(0, 1, 2, 2, 4, 3));
        assertThat(difference.exact()).isEqualTo(3);
        assertThat(difference.points().value(0)).isEqualTo(4);
        assertThat(difference.points().value(2)).isEqualTo(6);
    }

    @Test
    void betweenObservationsTheSecondRunsStraight() {
        Difference difference = Difference.of(column(0, 0, 1, 0, 2, 0), column(0, 10, 2, 20));
        assertThat(difference.exact()).isEqualTo(2);
        assertThat(difference.points().step(1)).isEqualTo(1);
        assertThat(difference.points().value(1)).isEqualTo(-15);
    }

    @Test
    void thereIsNoDifferenceBeyondTheEnds() {
        Difference difference = Difference.of(column(0, 1, 5, 1, 9, 1), column(4, 0, 6, 0));
        assertThat(difference.points().size()).isEqualTo(1);
        assertThat(difference.points().step(0)).isEqualTo(5);
    }

    @Test
    void runsWithoutCommonStepsHaveNone() {
        assertThat(Difference.of(column(0, 1), column(3, 1)).points().size()).isZero();
        assertThat(Difference.of(column(0, 1), column()).points().size()).isZero();
    }
}

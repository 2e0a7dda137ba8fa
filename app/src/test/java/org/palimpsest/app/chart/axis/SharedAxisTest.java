package org.palimpsest.app.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.XChoice;

class SharedAxisTest {
    private final SharedAxis axis = new SharedAxis();
    private final Chart one = new Chart(0, 100);
    private final Chart other = new Chart(50, 300);

    @BeforeEach
    void join() {
        axis.join(one);
        axis.join(other);
        axis.refresh();
    }

    @Test
    void reachesAsFarAsAllChartsTogether() {
        assertThat(axis.range("").high()).isEqualTo(300);
    }

    @Test
    void zoomsAboutAPointThatStaysWhereItIs() {
        double before = axis.range("").part(90);
        axis.zoomBy(0.5, 90);
        assertThat(axis.range("").part(90)).isCloseTo(before, within(1e-12));
    }

    @Test
    void zoomsAboutAPointOfALogarithmicAxisToo() {
        axis.logarithmicProperty().set(true);
        double before = axis.range("").part(90);
        axis.zoomBy(0.5, 90);
        assertThat(axis.range("").part(90)).isCloseTo(before, within(1e-12));
    }

    @Test
    void followsNewPointsAgainWhenEverythingIsShown() {
        axis.zoomBy(0.5, 90);
        axis.zoomBy(4, 90);
        assertThat(axis.zoomProperty().get()).isNull();
    }

    @Test
    void stopsAtTheEndOfTheData() {
        axis.zoomTo(0, 100);
        axis.pan(10);
        assertThat(axis.range("").high()).isCloseTo(300, within(1e-9));
    }

    @Test
    void keepsItsLengthWhenMoved() {
        axis.zoomTo(0, 100);
        axis.pan(0.5);
        assertThat(axis.range("").high() - axis.range("").low()).isCloseTo(100, within(1e-9));
    }

    @Test
    void isAboveZeroIfLogarithmic() {
        axis.zoomTo(0, 200);
        axis.logarithmicProperty().set(true);
        assertThat(axis.range("").low()).isPositive();
    }

    @Test
    void forgetsAStretchOfStepsWhenItCountsSeconds() {
        axis.zoomTo(10, 20);
        axis.choiceProperty().set(XChoice.SECONDS);
        assertThat(axis.zoomProperty().get()).isNull();
    }

    @Test
    void hasARangeWithoutAnyData() {
        assertThat(new SharedAxis().range("").high()).isGreaterThan(0);
    }

    @Test
    void letsAChartGo() {
        axis.leave(other);
        assertThat(axis.range("").high()).isEqualTo(100);
    }

    private record Chart(double low, double high) implements SharedAxis.Member {
        @Override
        public Extent across(XChoice choice, boolean logarithmic) {
            return new Extent(logarithmic ? Math.max(1, low) : low, high);
        }

        @Override
        public double position(XChoice choice, double step) {
            return step;
        }
    }
}

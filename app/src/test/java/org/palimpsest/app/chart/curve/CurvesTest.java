package org.palimpsest.app.chart.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.export.Tables;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.chart.theme.SeriesStyle;

class CurvesTest {
    private final Curves curves = new Curves();
    private final SharedAxis axis = new SharedAxis();
    private final SeriesData loss = new SeriesData();

    @BeforeEach
    void fill() {
        axis.join(curves);
        curves.add("loss", "loss", SeriesStyle.of(0), loss);
        loss.append(0, 0, 0, 2);
        loss.append(10, 5, 640, -1);
        loss.append(20, 10, 1280, 0.5);
    }

    @Test
    void makesRoomForTheReferenceValue() {
        curves.reference("r", "reference", 40, SeriesStyle.REFERENCE);
        assertThat(picture(false).y().high()).isGreaterThan(40);
    }

    @Test
    void takesAReferenceAwayWhenItIsNotANumber() {
        curves.reference("r", "reference", 40, SeriesStyle.REFERENCE);
        curves.reference("r", "reference", Double.NaN, SeriesStyle.REFERENCE);
        assertThat(picture(false).references()).isEmpty();
    }

    @Test
    void placesAMarkWhereItsStepLiesInSeconds() {
        curves.mark(new Curves.StepMark(10, MarkKind.PAUSE, "paused"));
        axis.choiceProperty().set(XChoice.SECONDS);
        assertThat(picture(false).marks().get(0).x()).isEqualTo(5);
    }

    @Test
    void countsWhatALogarithmicAxisLeavesOut() {
        assertThat(curves.nonPositive()).isEqualTo(1);
    }

    @Test
    void fitsALogarithmicAxisToValuesAboveZero() {
        assertThat(picture(true).y().low()).isPositive().isLessThanOrEqualTo(0.5);
    }

    @Test
    void doesNotDrawASeriesThatIsSwitchedOff() {
        curves.get("loss").show(false);
        assertThat(picture(false).lines()).isEmpty();
    }

    @Test
    void keepsTheRawLineBehindASmoothedOne() {
        axis.refresh();
        CurvePicture smoothed =
                curves.picture("", axis.range(""), axis, new Curves.Vertical("", false, null), 0.5, 100);
        assertThat(smoothed.lines().get(0).behind().y()).containsExactly(2, -1, 0.5);
    }

    @Test
    void hasNoLineBehindWithoutSmoothing() {
        assertThat(picture(false).lines().get(0).behind().size()).isZero();
    }

    @Test
    void laysSeriesSideBySideByStep() {
        SeriesData probability = new SeriesData();
        curves.add("p", "probability", SeriesStyle.of(1), probability);
        probability.append(10, 0.25);
        ChartTable table = CurveRows.of(curves.all(), "step", "seconds", "tokens");
        assertThat(Tables.csv(table))
                .isEqualTo(
                        "step,seconds,tokens,loss,probability\r\n0,0,0,2,\r\n10,5,640,-1,0.25\r\n20,10,1280,0.5,\r\n");
    }

    @Test
    void namesSeriesThatDoNotKnowTheAxis() {
        SeriesData steps = new SeriesData();
        curves.add("s", "steps only", SeriesStyle.of(1), steps);
        steps.append(1, 1);
        assertThat(curves.unplaced(XChoice.TOKENS)).containsExactly("steps only");
    }

    @Test
    void refusesASecondSeriesOfOneName() {
        assertThatThrownBy(() -> curves.add("loss", "again", SeriesStyle.of(1), new SeriesData()))
                .hasMessageContaining("loss");
    }

    private CurvePicture picture(boolean logarithmic) {
        axis.refresh();
        return curves.picture(
                "Losses", axis.range("steps"), axis, new Curves.Vertical("loss", logarithmic, null), 0, 200);
    }
}

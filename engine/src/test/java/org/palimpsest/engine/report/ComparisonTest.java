package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.palimpsest.engine.event.Subject.REFERENCE;
import static org.palimpsest.engine.event.Subject.TARGET;
import static org.palimpsest.engine.event.Subject.UNLEARNED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;
import org.palimpsest.engine.report.Comparison.Kind;
import org.palimpsest.engine.report.Comparison.Row;

class ComparisonTest {

    private static final Cards NONE = new Cards(List.of(), List.of(), List.of());
    private static final Comparison FOUR = Comparison.of(SampleRuns.four(), SampleRuns.cards());

    @Test
    void runsStandBetweenTheAnchors() {
        assertThat(FOUR.rows().stream().map(Row::name))
                .containsExactly("target", "GradDiff", "NPO", "SimNPO", "DiPO", "retained reference");
    }

    @Test
    void metricHasItsCardsNameAndArrow() {
        assertThat(FOUR.columns())
                .contains(new Column(
                        "metric:extraction-strength",
                        Comparison.Group.METRIC,
                        "Extraction strength",
                        "",
                        MetricCard.Better.LOWER));
    }

    @Test
    void groupsFollowEachOther() {
        assertThat(FOUR.columns().stream().map(Column::group)).isSorted();
    }

    @Test
    void lastProbedValueCounts() {
        Comparison table = one(new LogBuilder()
                .seen(1, "answers", new Observation.Value("forget.probability", UNLEARNED, .9))
                .seen(2, "answers", new Observation.Value("forget.probability", UNLEARNED, .4)));
        assertThat(cell(table, "a", "probe:answers/forget.probability").value()).isEqualTo(.4);
    }

    @Test
    void attackStandsBesideTheReferencesOwn() {
        Cell area = cell(FOUR, "DiPO", "attack:relearning/area");
        assertThat(area.reference()).isEqualTo(.17);
        assertThat(area.text()).isEqualTo("0.231 (ref. 0.170)");
    }

    @Test
    void missingNumberIsADash() {
        assertThat(cell(FOUR, "DiPO", "attack:relearning/steps-to-80").text()).isEqualTo("–");
    }

    @Test
    void highestIsBestWhereHigherIsBetter() {
        assertThat(best("metric:forget-quality")).containsExactly("DiPO");
    }

    @Test
    void lowestIsBestWhereLowerIsBetter() {
        assertThat(best("metric:extraction-strength")).containsExactly("GradDiff");
    }

    @Test
    void nearestIsBestWhereTheReferenceIsTheAim() {
        // 0.674 for the reference; 0.680, 0.663 and 0.670 for the nearest runs
        assertThat(best("metric:truth-ratio")).containsExactly("DiPO");
    }

    @Test
    void singleRunIsNotBest() {
        Comparison table = Comparison.of(
                List.of(new RecordedRun(
                        "a",
                        null,
                        new LogBuilder()
                                .scored(1, "model-utility", UNLEARNED, .5)
                                .events())),
                SampleRuns.cards());
        assertThat(cell(table, "a", "metric:model-utility").best()).isFalse();
    }

    @Test
    void metricWithoutCardGoesByItsId() {
        Comparison table = one(new LogBuilder().scored(1, "unheard-of", UNLEARNED, .5));
        assertThat(table.columns())
                .contains(new Column("metric:unheard-of", Comparison.Group.METRIC, "unheard-of", "", null));
    }

    @Test
    void variantsOfAMetricStandApart() {
        Comparison table = Comparison.of(
                List.of(new RecordedRun(
                        "a",
                        null,
                        new LogBuilder()
                                .scored(1, "extraction-strength", UNLEARNED, .5)
                                .variant(1, "extraction-strength", "retain.true-better", UNLEARNED, .9)
                                .events())),
                SampleRuns.cards());
        assertThat(cell(table, "a", "metric:extraction-strength").value()).isEqualTo(.5);
        assertThat(cell(table, "a", "metric:extraction-strength/retain.true-better")
                        .value())
                .isEqualTo(.9);
        assertThat(table.columns().stream().map(Column::title)).contains("Extraction strength (retain, true better)");
    }

    @Test
    void unmeasuredMetricKeepsItsReason() {
        Comparison table =
                one(new LogBuilder().scored(1, "auc", UNLEARNED, null, Map.of(), "the holdout set is empty"));
        assertThat(cell(table, "a", "metric:auc")).isEqualTo(new Cell(null, null, false, "the holdout set is empty"));
    }

    @Test
    void absentAnchorIsLeftOutAndSaid() {
        Comparison table = one(new LogBuilder().scored(1, "auc", TARGET, 1.0));
        assertThat(table.rows().stream().map(Row::kind)).containsExactly(Kind.TARGET, Kind.RUN);
        assertThat(table.notes()).containsExactly("No run has numbers of the retained reference; its row is left out.");
    }

    @Test
    void disagreeingAnchorsAreSaid() {
        Comparison table = Comparison.of(
                List.of(
                        new RecordedRun(
                                "a",
                                null,
                                new LogBuilder().scored(1, "auc", REFERENCE, .5).events()),
                        new RecordedRun(
                                "b",
                                null,
                                new LogBuilder().scored(1, "auc", REFERENCE, .6).events())),
                NONE);
        assertThat(table.notes())
                .contains(
                        "Runs disagree on the retained reference’s “auc”: 0.500 in a, which the table shows, and 0.600 in b.");
    }

    @Test
    void supersededStepsDoNotCount() {
        Comparison table = one(new LogBuilder()
                .seen(5, "answers", new Observation.Value("x", UNLEARNED, 1))
                .seen(9, "answers", new Observation.Value("x", UNLEARNED, 2))
                .failed(9, "the worker died.", "Resume it.")
                .resumed(7));
        assertThat(cell(table, "a", "probe:answers/x").value()).isEqualTo(1);
        assertThat(cell(table, "a", "run:steps").value()).isEqualTo(7);
    }

    @Test
    void twoRunsOfOneNameAreRefused() {
        RecordedRun run = new RecordedRun("a", null, List.of());
        assertThatThrownBy(() -> Comparison.of(List.of(run, run), NONE))
                .hasMessageContaining("Two runs are named \"a\"");
    }

    private static Comparison one(LogBuilder log) {
        return Comparison.of(List.of(new RecordedRun("a", null, log.events())), NONE);
    }

    private static List<String> best(String column) {
        return FOUR.runs().stream()
                .filter(row -> FOUR.cell(row, column).best())
                .map(Row::name)
                .toList();
    }

    private static Cell cell(Comparison table, String row, String column) {
        return table.cell(
                table.rows().stream()
                        .filter(r -> r.name().equals(row))
                        .findFirst()
                        .orElseThrow(),
                column);
    }
}

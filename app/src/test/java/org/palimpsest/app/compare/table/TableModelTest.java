package org.palimpsest.app.compare.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunMark;
import org.palimpsest.engine.card.MetricCard.Better;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.RunSummary.State;
import org.palimpsest.engine.event.Subject;

class TableModelTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");
    private static final String QUALITY = "metric:forget-quality";

    private final TableModel model = new TableModel();
    private final Map<String, RunMark> marks = new HashMap<>();
    private final List<RunEntry> entries = new ArrayList<>();

    private void run(String id, String method, State state, Double quality, double ofReference) {
        List<RunEvent.Scored> scores = new ArrayList<>();
        if (quality != null) {
            scores.add(scored(Subject.UNLEARNED, quality));
        }
        scores.add(scored(Subject.REFERENCE, ofReference));
        entries.add(new RunEntry(
                new RunFolder(Path.of("/runs", id)),
                id,
                new RunSummary(id.toUpperCase(java.util.Locale.ROOT), method, state, 4, 8, 1.5, scores),
                THEN,
                10));
        show();
    }

    private static RunEvent.Scored scored(Subject subject, double value) {
        return new RunEvent.Scored(0, THEN, 4, "forget-quality", subject, value, Map.of(), "");
    }

    private void show() {
        model.show(entries, id -> marks.getOrDefault(id, RunMark.NONE));
    }

    private void three() {
        run("c", "npo", State.FINISHED, 0.5, 1);
        run("b", "simnpo", State.FAILED, null, 1);
        run("a", "npo", State.FINISHED, 0.9, 1);
    }

    private List<String> ids() {
        return model.rows().stream()
                .map(row -> row instanceof RunRow run
                        ? run.entry().id()
                        : row instanceof GroupRow group
                                ? "[" + group.key() + " " + group.count() + "]"
                                : ((BaselineRow) row).subject().name())
                .toList();
    }

    @Test
    void theReferenceIsPinnedAboveTheRunsInWhateverOrder() {
        three();
        model.sort(List.of(new SortKey(QUALITY, true)));
        assertThat(ids()).startsWith("REFERENCE");
        model.sort(List.of(new SortKey(QUALITY, false)));
        assertThat(ids()).startsWith("REFERENCE");
    }

    @Test
    void aBaselineNobodyMeasuredHasNoRow() {
        three();
        assertThat(ids()).doesNotContain("TARGET");
    }

    @Test
    void runsWithoutAValueComeLastEitherWay() {
        three();
        model.sort(List.of(new SortKey(QUALITY, true)));
        assertThat(ids()).containsExactly("REFERENCE", "c", "a", "b");
        model.sort(List.of(new SortKey(QUALITY, false)));
        assertThat(ids()).containsExactly("REFERENCE", "a", "c", "b");
    }

    @Test
    void withoutASortTheOrderOfTheListStays() {
        three();
        model.sort(List.of(new SortKey("name", true)));
        model.sort(List.of());
        assertThat(ids()).containsExactly("REFERENCE", "c", "b", "a");
    }

    @Test
    void filtersByWordsInAnyOrder() {
        marks.put("a", RunMark.NONE.withNote("the soft one"));
        three();
        model.filter(RunFilter.ALL.withText("SOFT npo"));
        assertThat(ids()).containsExactly("REFERENCE", "a");
    }

    @Test
    void filtersByMethodStateTagAndStar() {
        marks.put("a", new RunMark(true, List.of("best"), ""));
        three();
        model.filter(RunFilter.ALL.withMethods(Set.of("simnpo")));
        assertThat(ids()).containsExactly("REFERENCE", "b");
        model.filter(RunFilter.ALL.withStates(Set.of(State.FINISHED)));
        assertThat(ids()).containsExactly("REFERENCE", "c", "a");
        model.filter(RunFilter.ALL.withTags(Set.of("best")));
        assertThat(ids()).containsExactly("REFERENCE", "a");
        model.filter(RunFilter.ALL.withStarred(true));
        assertThat(ids()).containsExactly("REFERENCE", "a");
    }

    @Test
    void groupsUnderHeadsWithCounts() {
        three();
        model.group(Grouping.METHOD);
        assertThat(ids()).containsExactly("REFERENCE", "[npo 2]", "c", "a", "[simnpo 1]", "b");
    }

    @Test
    void aClosedGroupHidesItsRunsButListsThem() {
        three();
        model.group(Grouping.METHOD);
        model.toggle(new GroupRow("npo", 2, true));
        assertThat(ids()).containsExactly("REFERENCE", "[npo 2]", "[simnpo 1]", "b");
        assertThat(model.listed()).hasSize(3);
    }

    @Test
    void runsWithoutTagsComeLastOfTheGroups() {
        marks.put("a", RunMark.NONE.withTags(List.of("best")));
        three();
        model.group(Grouping.TAG);
        assertThat(ids()).containsExactly("REFERENCE", "[best 1]", "a", "[ 2]", "c", "b");
    }

    @Test
    void aRunKeepsItsRowWhileItChanges() {
        three();
        CompareRow row = model.rows().get(1);
        entries.set(
                0,
                new RunEntry(
                        entries.get(0).folder(),
                        "c",
                        new RunSummary("C", "npo", State.FINISHED, 8, 8, 1, List.of(scored(Subject.UNLEARNED, 0.7))),
                        THEN,
                        20));
        show();
        assertThat(model.rows().get(1)).isSameAs(row);
        assertThat(row.figure(QUALITY)).isEqualTo(0.7);
    }

    @Test
    void tellsWhenRunsDisagreeOnTheReference() {
        three();
        assertThat(model.baseline(Subject.REFERENCE).disputed(QUALITY)).isFalse();
        run("d", "npo", State.FINISHED, 0.1, 0.8);
        assertThat(model.baseline(Subject.REFERENCE).disputed(QUALITY)).isTrue();
        assertThat(model.baseline(Subject.REFERENCE).figure(QUALITY)).isEqualTo(1);
    }

    @Test
    void equalRunsAreBestTogether() {
        three();
        run("d", "npo", State.FINISHED, 0.9, 1);
        ScoreColumn quality = new ScoreColumn(QUALITY, ScoreColumn.Family.METRIC, "", "", Better.HIGHER, "");
        assertThat(model.listed().stream()
                        .filter(run -> model.isBest(run, quality))
                        .map(run -> run.entry().id()))
                .containsExactly("a", "d");
    }

    @Test
    void amongRunsOfDifferentForgetSetsNoneIsBest() {
        three();
        ScoreColumn quality = new ScoreColumn(QUALITY, ScoreColumn.Family.METRIC, "", "", Better.HIGHER, "");
        model.setApart(true);
        assertThat(model.listed()).noneMatch(run -> model.isBest(run, quality));
        model.setApart(false);
        assertThat(model.listed()).anyMatch(run -> model.isBest(run, quality));
    }

    @Test
    void hasColumnsOnlyForScoresThatExist() {
        three();
        assertThat(model.columns()).contains(QUALITY, RunFigures.STEPS).doesNotContain(RunFigures.SECONDS);
    }

    @Test
    void sortsAThousandRunsAtOnce() {
        for (int i = 0; i < 1000; i++) {
            entries.add(new RunEntry(
                    new RunFolder(Path.of("/runs", "r" + i)),
                    "r" + i,
                    new RunSummary(
                            "R" + i,
                            "npo",
                            State.FINISHED,
                            i % 37,
                            40,
                            1,
                            List.of(scored(Subject.UNLEARNED, (i * 7919 % 1000) / 1000.0))),
                    THEN,
                    10));
        }
        show();
        model.sort(List.of(new SortKey(QUALITY, false)));
        assertThat(model.rows().get(0).figure(QUALITY)).isEqualTo(0.999);
    }
}

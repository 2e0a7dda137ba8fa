package org.palimpsest.app.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.EventLog;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

class DigestReaderTest {
    @TempDir
    Path place;

    private RunFolder folder;
    private EventLog log;

    @BeforeEach
    void begin() {
        folder = RunFolder.create(place.resolve("run"));
        log = EventLog.open(folder);
        log.append((n, at) -> new RunEvent.Started(n, at, 0, "NPO", "npo", 4));
    }

    private void step(long step, double loss) {
        log.append((n, at) -> new RunEvent.StepDone(
                n, at, step, Map.of("loss", loss, "forget", loss / 2), 1e-5, 1, step * 10, step * 0.5));
    }

    private void seen(long step, double value) {
        log.append((n, at) -> new RunEvent.Observed(
                n,
                at,
                step,
                "answer-probability",
                List.of(
                        new Observation.Layers("layers", Subject.UNLEARNED, List.of(1.0, 2.0)),
                        new Observation.Value("forget.probability", Subject.UNLEARNED, value))));
    }

    private RunDigest digest() throws IOException {
        return new DigestReader(folder).read();
    }

    @Test
    void agreesWithTheSummaryOfTheWholeLog() throws IOException {
        step(1, 2.0);
        seen(1, 0.5);
        log.append((n, at) ->
                new RunEvent.Scored(n, at, 1, "probability", "forget", Subject.UNLEARNED, 0.5, Map.of(), ""));
        step(2, 1.5);
        log.append((n, at) -> new RunEvent.Finished(n, at, 2, 1.0));

        assertThat(digest().summary()).isEqualTo(RunSummary.of(folder));
        assertThat(digest().seconds()).isEqualTo(1.0);
    }

    @Test
    void dropsWhatAResumptionSupersedes() throws IOException {
        step(1, 2.0);
        seen(1, 0.5);
        step(2, 9.0);
        seen(2, 0.1);
        log.append((n, at) -> new RunEvent.Resumed(n, at, 1));

        RunDigest digest = digest();

        assertThat(digest.summary()).isEqualTo(RunSummary.of(folder));
        assertThat(digest.trail("forget.probability", Subject.UNLEARNED)
                        .orElseThrow()
                        .points()
                        .last())
                .isEqualTo(0.5);
    }

    @Test
    void readsOnlyWhatWasAdded() throws IOException {
        step(1, 2.0);
        DigestReader reader = new DigestReader(folder);
        reader.read();
        step(2, 1.0);

        assertThat(reader.read().summary().loss()).isEqualTo(1.0);
        assertThat(reader.read().summary().step()).isEqualTo(2);
    }

    @Test
    void leavesOutBrokenLinesAndAnUnfinishedEnd() throws IOException {
        step(1, 2.0);
        Files.writeString(
                folder.events(),
                "{\"event\":\"observed\",\"sequ\n{\"event\":\"step\",\"sequence\":7",
                StandardOpenOption.APPEND);

        assertThat(digest().summary().step()).isEqualTo(1);
    }

    @Test
    void infiniteAndMissingValuesAreNoNumbers() throws IOException {
        seen(0, Double.NaN);
        assertThat(digest().trail("forget.probability", Subject.UNLEARNED)
                        .orElseThrow()
                        .points()
                        .last())
                .isNaN();
    }

    @Test
    void curvesHaveEveryStepWithItsSeconds() throws IOException {
        step(1, 2.0);
        step(2, 1.0);
        RunCurves curves = new RunCurves(folder);
        curves.read(true);

        assertThat(curves.curve(SeriesKey.term("loss")).size()).isEqualTo(2);
        assertThat(curves.curve(SeriesKey.term("forget")).value(1)).isEqualTo(0.5);
        assertThat(curves.seconds().value(1)).isEqualTo(1.0);
        assertThat(curves.tokens().value(0)).isEqualTo(10.0);
    }

    @Test
    void withoutTermsCurvesStillKnowTimesAndWhatThereIs() throws IOException {
        step(1, 2.0);
        step(2, 1.0);
        step(3, 0.5);
        seen(3, 0.25);
        RunCurves curves = new RunCurves(folder);
        curves.read(false);

        assertThat(curves.keys()).contains(SeriesKey.term("loss"), SeriesKey.term("forget"));
        assertThat(curves.seconds().value(2)).isEqualTo(1.5);
        assertThat(curves.tokens().value(1)).isEqualTo(20.0);
        curves.read(true);
        assertThat(curves.curve(SeriesKey.term("loss")).size()).isEqualTo(3);
    }

    @Test
    void aThinnedCurveKeepsItsEnds() {
        Column column = new Column();
        for (int i = 0; i < 1000; i++) {
            column.add(i, i);
        }
        Column thin = column.thinned(48);
        assertThat(thin.size()).isEqualTo(48);
        assertThat(thin.step(0)).isZero();
        assertThat(thin.last()).isEqualTo(999);
    }
}

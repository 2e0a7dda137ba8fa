package org.palimpsest.app.compare.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.compare.pareto.TradeOff.Spot;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.app.worker.log.SeriesKey;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

class TradeOffTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");

    private static Measure measure(String id) {
        return Measure.ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final TradeOff USUAL =
            new TradeOff(measure("forget-probability"), measure("retain-probability"), measure("relearning"));

    private static RunEntry run(String id, double forget, double retain, Double recovery) {
        Column forgets = new Column();
        forgets.add(0, 1);
        forgets.add(4, forget);
        Column retains = new Column();
        retains.add(0, 0.9);
        retains.add(4, retain);
        List<RunEvent.AttackFinished> attacks = new ArrayList<>();
        if (recovery != null) {
            attacks.add(new RunEvent.AttackFinished(
                    0, THEN, 4, "relearning", "1", Subject.UNLEARNED, Map.of("recovery.area", recovery)));
        }
        RunSummary summary = new RunSummary(id, "npo", RunSummary.State.FINISHED, 4, 4, 1, List.of());
        RunDigest digest = new RunDigest(
                summary,
                1,
                attacks,
                List.of(
                        new RunDigest.Trail(
                                new SeriesKey("answer-probability", "forget.probability", Subject.UNLEARNED), forgets),
                        new RunDigest.Trail(
                                new SeriesKey("answer-probability", "retain.probability", Subject.UNLEARNED),
                                retains)));
        return new RunEntry(new RunFolder(Path.of("/runs", id)), id, digest, THEN, 1);
    }

    @Test
    void aTrailEndsWhereTheRunStandsWithItsRobustness() {
        assertThat(USUAL.trail(run("a", 0.25, 0.8, 0.1).digest()))
                .containsExactly(new Spot(0, 0.9, Double.NaN), new Spot(0.75, 0.8, 0.9));
    }

    @Test
    void whatIsBeatenInAllThreeIsNotOnTheFront() {
        RunEntry good = run("good", 0.1, 0.9, 0.1);
        RunEntry worse = run("worse", 0.2, 0.8, 0.2);
        RunEntry robust = run("robust", 0.3, 0.7, 0.0);
        assertThat(USUAL.front(List.of(good, worse, robust))).containsExactly(good, robust);
    }

    @Test
    void whatWasNotMeasuredNeitherBeatsNorIsBeaten() {
        assertThat(new Spot(0.9, 0.9, Double.NaN).beats(new Spot(0.8, 0.8, 1))).isTrue();
        assertThat(new Spot(0.9, 0.9, Double.NaN).beats(new Spot(0.9, 0.9, 1))).isFalse();
    }

    @Test
    void recoveryBelowNothingIsNoMoreThanRobust() {
        assertThat(measure("relearning").turned(-0.01)).isEqualTo(1);
    }

    @Test
    void offersOnlyWhatWasMeasured() {
        assertThat(Measure.offered(Measure.Side.FORGETTING, List.of(run("a", 0.1, 0.9, null))))
                .extracting(Measure::id)
                .containsExactly("forget-probability");
        assertThat(Measure.offered(Measure.Side.ROBUSTNESS, List.of(run("a", 0.1, 0.9, null))))
                .isEmpty();
    }

    @Test
    void aMeasureNobodyWatchesHasOnlyItsEnd() {
        TradeOff scored = new TradeOff(measure("forget-quality"), measure("retain-probability"), null);
        assertThat(scored.trail(run("a", 0.1, 0.9, null).digest())).isEmpty();
    }
}

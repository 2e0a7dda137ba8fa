package org.palimpsest.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.Subject;

class ReadingTest {

    private static final List<Reading> FOUR = readings(SampleRuns.four());

    private static List<Reading> readings(List<RecordedRun> runs) {
        return Reading.all(IndexedRun.all(runs), Comparison.of(runs, SampleRuns.cards()), SampleRuns.cards());
    }

    private static List<String> sentences(LogBuilder log) {
        return readings(List.of(new RecordedRun("a", null, log.events())))
                .get(0)
                .sentences();
    }

    @Test
    void utilityIsAShareOfTheTargets() {
        assertThat(FOUR.get(3).sentences()).contains("Model utility 0.577: 93 % of the target’s 0.623.");
    }

    @Test
    void valueBetweenTheAnchorsIsAPartOfTheWay() {
        assertThat(FOUR.get(2).sentences())
                .contains("Truth ratio 0.663: 93 % of the way from the target’s 0.516 to the reference’s 0.674.");
    }

    @Test
    void overForgettingIsNamed() {
        assertThat(FOUR.get(0).sentences())
                .contains("Truth ratio 0.717: past the reference’s 0.674, which is over-forgetting and can give"
                        + " away what was forgotten.");
    }

    @Test
    void attackIsToldBesideTheReferences() {
        assertThat(FOUR.get(3).sentences())
                .contains(
                        "Relearning: answer probability on the forget set from 0.150 to 0.468 in 20 steps; the retained"
                                + " reference’s from 0.150 to 0.372 in 20 steps.");
    }

    @Test
    void attackWithoutTheReferenceIsDoubtful() {
        assertThat(sentences(new LogBuilder()
                        .attackPoint(1, "relearning", Subject.UNLEARNED, 0, "", Map.of("forget.probability", .1))
                        .attackPoint(1, "relearning", Subject.UNLEARNED, 5, "", Map.of("forget.probability", .5))))
                .contains(
                        "Relearning: answer probability on the forget set from 0.100 to 0.500 in 5 steps; the retained"
                                + " reference was not attacked, so learning cannot be told from recovery.");
    }

    @Test
    void endingsDiffer() {
        assertThat(FOUR.get(0).sentences()).contains("Finished after 60 steps, 48 s.");
        assertThat(sentences(new LogBuilder().step(1, Map.of("loss", 1.0), 1)))
                .contains("Not finished: the log ends after 1 step.");
        assertThat(sentences(new LogBuilder().failed(3, "loss is NaN in term forget.", "Lower the learning rate.")))
                .contains("Broke off after 3 steps: loss is NaN in term forget. Lower the learning rate.");
    }

    @Test
    void unmeasuredMetricSaysWhy() {
        assertThat(sentences(new LogBuilder()
                        .scored(
                                1,
                                "forget-quality",
                                Subject.UNLEARNED,
                                null,
                                Map.of(),
                                "there is no retained reference")))
                .contains("Forget quality could not be measured: there is no retained reference.");
    }
}

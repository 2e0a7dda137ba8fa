package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;

class LiveRunTest {
    private final LiveRun run = new LiveRun(new RunFolder(Path.of("runs", "0001-npo")));
    private final Said said = new Said();

    @Test
    void isCalledByItsFolderUntilItHasSaidItsName() {
        assertThat(run.name()).isEqualTo("0001-npo");
        run.apply(said.started("NPO", "npo", 48));
        assertThat(run.name()).isEqualTo("NPO");
    }

    @Test
    void everyTermOfAStepIsAPointOfItsCurve() {
        run.apply(said.started("NPO", "npo", 48));
        run.apply(said.step(1, 13.8, 0.2));
        run.apply(said.step(2, 12.0, 0.4));
        assertThat(run.curves().keys(CurveKey.Family.LOSS))
                .extracting(CurveKey::name)
                .containsExactlyInAnyOrder("loss", "forget", "retain");
        assertThat(run.curves().get(CurveKey.TOTAL).size()).isEqualTo(2);
        assertThat(run.curves().get(CurveKey.TOTAL).x(XChoice.TOKENS, 1)).isEqualTo(200);
        assertThat(run.curves().get(CurveKey.TOTAL).x(XChoice.SECONDS, 1)).isEqualTo(1.0);
    }

    @Test
    void whatOtherModelsMeasureIsAnAnchorAndNoCurve() {
        run.apply(said.value(0, "forget.probability", Subject.REFERENCE, 0.04));
        run.apply(said.value(0, "forget.probability", Subject.UNLEARNED, 0.98));
        assertThat(run.curves().anchor(Subject.REFERENCE, "forget.probability")).isEqualTo(0.04);
        assertThat(run.curves().anchor(Subject.TARGET, "forget.probability")).isNaN();
        assertThat(run.curves().get(CurveKey.FORGET).size()).isEqualTo(1);
    }

    @Test
    void theValueAtAStepIsTheLastOneSeenByThen() {
        run.apply(said.value(0, "forget.probability", Subject.UNLEARNED, 0.9));
        run.apply(said.value(4, "forget.probability", Subject.UNLEARNED, 0.5));
        assertThat(run.curves().at(CurveKey.FORGET, 3)).isEqualTo(0.9);
        assertThat(run.curves().at(CurveKey.FORGET, 4)).isEqualTo(0.5);
        assertThat(run.curves().at(CurveKey.FORGET, -1)).isNaN();
    }

    @Test
    void tokensAndLayersAreFoundAtTheStepShown() {
        run.apply(said.tokens(0, 0.1, 3.0));
        run.apply(said.tokens(8, 2.5, 0.4));
        run.apply(said.layers(8, "weight.change", List.of(0.1, 0.2)));
        assertThat(run.observations().tokens("prompt.1").at(7).klToTarget()).isEqualTo(0.1);
        assertThat(run.observations().tokens("prompt.1").at(8).klToReference()).isEqualTo(0.4);
        assertThat(run.observations().layers("weight.change").now().at(7)).isNull();
        assertThat(run.curves().last(new CurveKey(CurveKey.Family.FROM_TARGET, "prompt.1")))
                .isEqualTo(2.5);
    }

    @Test
    void standsAsItsEventsTell() {
        run.apply(said.started("NPO", "npo", 2));
        assertThat(run.standing()).isEqualTo(Standing.STEPPING);
        run.apply(said.step(1, 1, 1));
        run.apply(said.paused(1, "asked to"));
        assertThat(run.standing()).isEqualTo(Standing.PAUSED);
        run.apply(said.continued(1));
        assertThat(run.standing()).isEqualTo(Standing.STEPPING);
        run.apply(said.step(2, 1, 1));
        assertThat(run.standing()).isEqualTo(Standing.MEASURING);
        run.apply(said.finished(2));
        assertThat(run.standing()).isEqualTo(Standing.FINISHED);
    }

    @Test
    void aResumptionTakesBackWhatCameLater() {
        run.apply(said.started("NPO", "npo", 48));
        for (int step = 1; step <= 6; step++) {
            run.apply(said.step(step, 10 - step, 0));
        }
        run.apply(said.tokens(6, 1, 1));
        run.apply(said.paused(6, "asked to"));
        run.apply(said.resumed(4));
        assertThat(run.step()).isEqualTo(4);
        assertThat(run.curves().get(CurveKey.TOTAL).size()).isEqualTo(4);
        assertThat(run.observations().tokens("prompt.1").size()).isZero();
        assertThat(run.marks()).extracting(RunMark::kind).containsExactly(RunMark.Kind.RESUMED);
        run.apply(said.step(5, 3, 0));
        assertThat(run.curves().last(CurveKey.TOTAL)).isEqualTo(3);
    }

    @Test
    void anAttackOnSeveralModelsIsOneMark() {
        run.apply(said.attackStarted(4, Subject.REFERENCE));
        run.apply(said.attackStarted(4, Subject.UNLEARNED));
        assertThat(run.marks()).extracting(RunMark::kind, RunMark::detail).hasSize(1);
        assertThat(run.attacks()).hasSize(1);
    }

    @Test
    void timeLeftFollowsThePaceOfTheLastSteps() {
        run.apply(said.started("NPO", "npo", 10));
        run.apply(said.step(1, 1, 1));
        assertThat(run.timeLeft()).isEmpty();
        run.apply(said.step(2, 1, 1));
        run.apply(said.step(3, 1, 1));
        assertThat(run.timeLeft()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aChangedLearningRateIsAMarkAndTheNewPeak() {
        run.apply(said.rate(3, 1e-3, 5e-4));
        assertThat(run.peak()).isEqualTo(5e-4);
        assertThat(run.marks().get(0).detail()).isEqualTo("0.001 → 0.0005");
    }

    @Test
    void anAbandonedRunIsInterruptedUntilItIsTakenUp() {
        run.apply(said.started("NPO", "npo", 48));
        run.apply(said.step(1, 1, 1));
        run.abandoned();
        assertThat(run.standing()).isEqualTo(Standing.INTERRUPTED);
        run.apply(said.resumed(1));
        assertThat(run.standing()).isEqualTo(Standing.STEPPING);
    }

    @Test
    void aFailureKeepsItsMessageAndItsHint() {
        run.apply(said.started("NPO", "npo", 48));
        run.apply(said.failed(3, "the disk is full", "Free some."));
        assertThat(run.failure())
                .hasValueSatisfying(failed -> assertThat(failed.hint()).isEqualTo("Free some."));
    }

    @Test
    void whatWasAskedIsForgottenOnceItWasDone() {
        run.apply(said.started("NPO", "npo", 48));
        run.asked(new org.palimpsest.engine.event.RunCommand.Pause());
        run.apply(said.step(1, 1, 1));
        assertThat(run.asked()).isPresent();
        run.apply(said.paused(1, "asked to"));
        assertThat(run.asked()).isEmpty();
    }

    @Test
    void aStartThatCameToNothingLeavesTheRunAsItWas() {
        run.apply(said.started("NPO", "npo", 48));
        run.apply(said.stopped(3));
        run.starting();
        assertThat(run.standing()).isEqualTo(Standing.STARTING);
        run.notStarted();
        assertThat(run.standing()).isEqualTo(Standing.STOPPED);
    }
}

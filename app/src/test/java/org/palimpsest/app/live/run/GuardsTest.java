package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

class GuardsTest {
    private final Guards guards = new Guards(GuardRules.DEFAULT.withPause(true));
    private final Said said = new Said();

    private java.util.List<Guards.Verdict> see(RunEvent event) {
        return guards.see(event, event.at());
    }

    @Test
    void utilityUnderTheFloorTellsOnceAndPauses() {
        assertThat(see(said.value(2, "retain.probability", Subject.UNLEARNED, 0.9)))
                .isEmpty();
        assertThat(see(said.value(4, "retain.probability", Subject.UNLEARNED, 0.4)))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.alarm().kind()).isEqualTo(Alarm.Kind.UTILITY);
                    assertThat(verdict.alarm().step()).isEqualTo(4);
                    assertThat(verdict.alarm().bound()).isEqualTo(0.5);
                    assertThat(verdict.pause()).isTrue();
                });
        assertThat(see(said.value(6, "retain.probability", Subject.UNLEARNED, 0.3)))
                .isEmpty();
        assertThat(guards.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.step()).isEqualTo(4);
            assertThat(alarm.value()).isEqualTo(0.3);
        });
    }

    @Test
    void aGuardThatHeldInBetweenTellsAgain() {
        see(said.value(2, "retain.probability", Subject.UNLEARNED, 0.4));
        see(said.value(4, "retain.probability", Subject.UNLEARNED, 0.8));
        assertThat(guards.alarms()).isEmpty();
        assertThat(see(said.value(6, "retain.probability", Subject.UNLEARNED, 0.4)))
                .hasSize(1);
    }

    @Test
    void forgettingPastTheReferenceIsToldOnlyIfThereIsAReference() {
        assertThat(see(said.value(2, "forget.probability", Subject.UNLEARNED, 0.01)))
                .isEmpty();
        see(said.value(2, "forget.probability", Subject.REFERENCE, 0.04));
        assertThat(guards.alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.OVER_FORGETTING);
    }

    @Test
    void aLossThatIsNotFiniteIsTold() {
        assertThat(see(said.step(7, Double.NaN, 1)))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.alarm().kind()).isEqualTo(Alarm.Kind.NOT_FINITE));
    }

    @Test
    void aRunThatPausedByItselfNeedsNoPause() {
        assertThat(see(said.paused(7, "\"forget\" is NaN at step 8")))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.pause()).isFalse();
                    assertThat(verdict.alarm().what()).contains("NaN");
                });
    }

    @Test
    void aPauseThatWasAskedForIsNoAlarm() {
        assertThat(see(said.paused(7, "asked to"))).isEmpty();
        assertThat(see(said.paused(8, "took one step"))).isEmpty();
    }

    @Test
    void historyIsShownAndPausesNothing() {
        RunEvent old = said.value(4, "retain.probability", Subject.UNLEARNED, 0.4);
        assertThat(guards.see(old, Instant.parse("2026-03-02T00:00:00Z")))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.fresh()).isFalse();
                    assertThat(verdict.pause()).isFalse();
                });
    }

    @Test
    void otherRulesJudgeWhatWasSeenLast() {
        see(said.value(4, "retain.probability", Subject.UNLEARNED, 0.4));
        guards.rules(GuardRules.DEFAULT.withFloor(0.3));
        assertThat(guards.alarms()).isEmpty();
        guards.rules(GuardRules.DEFAULT.withFloor(0.6));
        assertThat(guards.alarms()).hasSize(1);
    }

    @Test
    void withoutWishNothingIsPaused() {
        Guards mild = new Guards(GuardRules.DEFAULT);
        RunEvent event = said.value(4, "retain.probability", Subject.UNLEARNED, 0.4);
        assertThat(mild.see(event, event.at()).get(0).pause()).isFalse();
    }
}

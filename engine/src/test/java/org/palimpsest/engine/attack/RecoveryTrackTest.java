package org.palimpsest.engine.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Probabilities 0.1, 0.3, 0.5 after 0, 10 and 20 steps, where the target has 0.6: recoveries 0, 0.4, 0.8. */
class RecoveryTrackTest {
    private static final Map<String, Double> NONE = Map.of();

    private static RecoveryTrack track() {
        RecoveryTrack track = new RecoveryTrack();
        track.add(0, 0.1);
        track.add(10, 0.3);
        track.add(20, 0.5);
        return track;
    }

    private static Map<String, Double> summary(Double target, Map<String, Double> reference) {
        RecoveryTrack track = track();
        if (target != null) {
            track.target(target);
        }
        Map<String, Double> summary = new LinkedHashMap<>();
        track.summarise(summary, reference);
        return summary;
    }

    @Test
    void theAreaIsTheMeanRecovery() {
        assertThat(summary(0.6, NONE).get("recovery.area")).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void theEndIsTheLastRecovery() {
        assertThat(summary(0.6, NONE).get("recovery.final")).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void eightyPercentOfTheTargetLieBetweenTwoPoints() {
        // 0.48 is nine tenths of the way from 0.3 to 0.5.
        assertThat(summary(0.6, NONE).get("steps.to80")).isCloseTo(19, within(1e-9));
    }

    @Test
    void aLevelThatIsNeverReachedIsNull() {
        assertThat(summary(0.9, NONE)).containsEntry("steps.to80", null);
    }

    @Test
    void whereNothingWasForgottenRecoveryIsUndefined() {
        assertThat(summary(0.1, NONE)).containsEntry("recovery.area", null).containsEntry("recovery.final", null);
    }

    @Test
    void withoutATargetNothingIsComparedWithIt() {
        assertThat(summary(null, NONE)).containsOnlyKeys("recovery.probability.before", "recovery.probability.after");
    }

    @Test
    void theReferenceTakesTwiceTheSteps() {
        assertThat(summary(0.6, reference(38.0)).get("relearning.time-ratio")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void theRatioIsUndefinedWhenTheReferenceNeverGetsThere() {
        assertThat(summary(0.6, reference(null))).containsEntry("relearning.time-ratio", null);
    }

    @Test
    void theReferenceRisesAQuarterAsMuch() {
        assertThat(summary(0.6, reference(38.0)).get("robustness")).isCloseTo(0.25, within(1e-9));
    }

    private static Map<String, Double> reference(Double steps) {
        Map<String, Double> reference = new LinkedHashMap<>();
        reference.put("recovery.probability.before", 0.1);
        reference.put("recovery.probability.after", 0.2);
        reference.put("steps.to80", steps);
        return reference;
    }
}

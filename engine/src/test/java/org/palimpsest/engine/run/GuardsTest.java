package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardsTest {
    /** 4 ln 100 = 18.4. */
    private final Guards guards = new Guards(100, List.of("forget", "retain"));

    @Test
    void aDistributionNearUniformIsToldOnce() {
        assertThat(guards.look(1, entropy(0.9 * Math.log(100))))
                .singleElement()
                .asString()
                .contains("4.14 nats of at most 4.61");
        assertThat(guards.look(2, entropy(0.9 * Math.log(100)))).isEmpty();
    }

    @Test
    void anOrdinaryDistributionIsNot() {
        assertThat(guards.look(1, entropy(1))).isEmpty();
    }

    @Test
    void aMethodThatDoesNotWatchEntropyIsLeftAlone() {
        assertThat(guards.look(1, Map.of("loss", 1.0))).isEmpty();
    }

    @Test
    void aTermBeyondFourTimesGuessingIsToldOnceByNameAndStep() {
        assertThat(guards.look(1, Map.of("forget", -0.5))).isEmpty();
        assertThat(guards.look(2, Map.of("forget", -18.0))).isEmpty();
        assertThat(guards.look(3, Map.of("forget", -19.0)))
                .singleElement()
                .asString()
                .contains("\"forget\" runs away: -19.00 at step 3")
                .contains("4 ln V = 18.42")
                .contains("first value, -0.5000");
        assertThat(guards.look(4, Map.of("forget", -40.0))).isEmpty();
    }

    @Test
    void eachTermIsToldOf() {
        guards.look(1, Map.of("forget", -1.0, "retain", 1.0));
        guards.look(2, Map.of("forget", -20.0, "retain", 1.0));
        assertThat(guards.look(3, Map.of("forget", -30.0, "retain", 25.0)))
                .singleElement()
                .asString()
                .contains("\"retain\"");
    }

    @Test
    void aTermThatIsLargeFromTheFirstStepOnIsNotRunningAway() {
        assertThat(guards.look(1, Map.of("forget", 69.3))).isEmpty();
        assertThat(guards.look(2, Map.of("forget", 80.0))).isEmpty();
        assertThat(guards.look(3, Map.of("forget", 278.0))).hasSize(1);
    }

    @Test
    void whatIsWatchedBesideTheLossMayBeLarge() {
        guards.look(1, Map.of("margin", 0.1));
        assertThat(guards.look(2, Map.of("margin", 300.0))).isEmpty();
    }

    private static Map<String, Double> entropy(double entropy) {
        return Map.of("loss", 1.0, "entropy", entropy);
    }
}

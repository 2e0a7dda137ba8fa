package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.method.StepReport;

class GuardsTest {
    private final Guards guards = new Guards(100);

    @Test
    void aDistributionNearUniformIsToldOnce() {
        assertThat(guards.look(step(0.9 * Math.log(100))))
                .hasValueSatisfying(text -> assertThat(text).contains("4.14 nats of at most 4.61"));
        assertThat(guards.look(step(0.9 * Math.log(100)))).isEmpty();
    }

    @Test
    void anOrdinaryDistributionIsNot() {
        assertThat(guards.look(step(1))).isEmpty();
    }

    @Test
    void aMethodThatDoesNotWatchEntropyIsLeftAlone() {
        assertThat(guards.look(new StepReport(1, Map.of("loss", 1.0), 1e-4, 1, 1)))
                .isEmpty();
    }

    private static StepReport step(double entropy) {
        return new StepReport(1, Map.of("loss", 1.0, "entropy", entropy), 1e-4, 1, 1);
    }
}

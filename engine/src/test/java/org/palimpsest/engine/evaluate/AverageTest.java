package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageTest {

    @Test
    void meanOfAllItemsNeedsNoNote() {
        assertThat(Average.of(List.of(1.0, 2.0))).isEqualTo(new Average(1.5, 2, 0, ""));
    }

    @Test
    void itemsWithoutValueAreLeftOutAndCounted() {
        assertThat(Average.of(Arrays.asList(1.0, null, 2.0)))
                .isEqualTo(new Average(1.5, 2, 1, "1 of 3 items left out: nothing to measure in them"));
    }

    @Test
    void oneValueThatIsNoNumberMakesTheMeanNull() {
        assertThat(Average.of(List.of(1.0, Double.NaN)))
                .isEqualTo(new Average(
                        null,
                        2,
                        0,
                        "1 of 2 values are not finite: the model's logits are no numbers there, it has collapsed"));
    }

    @Test
    void noItemMakesTheMeanNull() {
        assertThat(Average.of(List.of()).value()).isNull();
    }
}

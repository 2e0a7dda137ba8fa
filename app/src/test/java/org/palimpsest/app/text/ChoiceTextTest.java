package org.palimpsest.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoiceTextTest {
    @Test
    void saysAThingInItsWords() {
        assertThat(ChoiceText.of((Integer step) -> "step " + step).toString(40)).isEqualTo("step 40");
    }

    @Test
    void saysNothingWhileNoneIsChosen() {
        assertThat(ChoiceText.of((Integer step) -> "step " + step).toString(null))
                .isEmpty();
    }

    @Test
    void saysThatNoneIsChosenWhereThereAreWordsForIt() {
        assertThat(ChoiceText.of("no run", (Integer step) -> "step " + step).toString(null))
                .isEqualTo("no run");
    }

    @Test
    void readsNothingBack() {
        assertThatThrownBy(() -> ChoiceText.of(String::valueOf).fromString("40"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorisationTest {

    private static final int[] LABELS = {1, 2, 3, 4};

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 1.0, 1.0",
        "9 2 3 4, 0.75, 0.75",
        "9 9 3 4, 0.5, 0.5",
        "1 9 3 9, 0.25, 0.5",
        "9 9 9 9, 0.25, 0"
    })
    void strengthAndShareOfRightTokens(String predicted, double strength, double share) {
        int[] tokens =
                Arrays.stream(predicted.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(ExtractionStrength.of(tokens, LABELS)).isEqualTo(strength);
        assertThat(ExactMemorisation.of(tokens, LABELS)).isEqualTo(share);
    }

    @Test
    void emptyAnswerHasNoStrengthAndNoShare() {
        assertThat(ExtractionStrength.of(new int[0], new int[0])).isZero();
        assertThat(ExactMemorisation.of(new int[0], new int[0])).isNull();
    }

    @Test
    void differentLengthsAreRefused() {
        assertThatThrownBy(() -> ExtractionStrength.of(new int[3], LABELS)).hasMessageContaining("found 3 and 4");
    }
}

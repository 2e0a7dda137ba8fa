package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.evaluate.ExtractionStrength.Convention;

class MemorisationTest {

    private static final int[] LABELS = {1, 2, 3, 4};

    /** What the formula gives, what OpenUnlearning's code gives, and the share of right tokens. */
    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 1.0, 1.0, 1.0",
        "9 2 3 4, 0.75, 0.75, 0.75",
        "9 9 3 4, 0.5, 0.5, 0.5",
        "9 9 9 4, 0.25, 0.25, 0.25",
        "1 9 3 9, 0, 0.25, 0.5",
        "9 9 9 9, 0, 0.25, 0"
    })
    void strengthAndShareOfRightTokens(String predicted, double exact, double released, double share) {
        int[] tokens =
                Arrays.stream(predicted.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(ExtractionStrength.of(tokens, LABELS, Convention.EXACT)).isEqualTo(exact);
        assertThat(ExtractionStrength.of(tokens, LABELS, Convention.OPEN_UNLEARNING))
                .isEqualTo(released);
        assertThat(ExactMemorisation.of(tokens, LABELS)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"EXACT, 0", "OPEN_UNLEARNING, 1"})
    void aWrongAnswerOfOneTokenHasNoStrengthButInReleasedCode(Convention convention, double strength) {
        assertThat(ExtractionStrength.of(new int[] {9}, new int[] {1}, convention))
                .isEqualTo(strength);
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void aRightAnswerOfOneTokenHasFullStrength(Convention convention) {
        assertThat(ExtractionStrength.of(new int[] {1}, new int[] {1}, convention))
                .isEqualTo(1);
    }

    @Test
    void anEmptyAnswerHasNoStrengthAndNoShare() {
        assertThat(ExtractionStrength.of(new int[0], new int[0], Convention.EXACT))
                .isNull();
        assertThat(ExactMemorisation.of(new int[0], new int[0])).isNull();
    }

    @Test
    void releasedCodeGivesAnEmptyAnswerNothing() {
        assertThat(ExtractionStrength.of(new int[0], new int[0], Convention.OPEN_UNLEARNING))
                .isZero();
    }

    @Test
    void differentLengthsAreRefused() {
        assertThatThrownBy(() -> ExtractionStrength.of(new int[3], LABELS, Convention.EXACT))
                .hasMessageContaining("found 3 and 4");
    }
}

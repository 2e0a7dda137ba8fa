package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RougeTest {

    private static final String REFERENCE = "The author's full name is Hsiao Yun-Hwa.";

    @Test
    void subsequenceKeepsTheOrder() {
        var score = RougeL.score(REFERENCE, "The full name of the author is Hsiao Yun.", true);
        assertThat(score.recall()).isCloseTo(0.666667, within(5e-7));
        assertThat(score.f1()).isCloseTo(0.666667, within(5e-7));
    }

    @Test
    void shortTextIsPreciseButRecallsLittle() {
        var score = RougeL.score(REFERENCE, "Hsiao Yun-Hwa", true);
        assertThat(score.recall()).isCloseTo(0.333333, within(5e-7));
        assertThat(score.precision()).isEqualTo(1);
        assertThat(score.f1()).isEqualTo(0.5);
    }

    @Test
    void orderDoesNotMatterToSingleTokens() {
        assertThat(Rouge1.score("one two three four", "four three two", true).recall())
                .isEqualTo(0.75);
        assertThat(RougeL.score("one two three four", "four three two", true).recall())
                .isEqualTo(0.25);
    }

    @Test
    void singleTokensCountAsOftenAsInBothTexts() {
        assertThat(Rouge1.score("go go stop", "go go go go", true).recall()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void stemmingJoinsFormsOfAWord() {
        assertThat(RougeL.score("authors writing", "author writes", true).recall())
                .isEqualTo(1);
        assertThat(RougeL.score("authors writing", "author writes", false).recall())
                .isZero();
    }

    @Test
    void threeLettersAreNotStemmed() {
        assertThat(RougeTokens.of("Was his gas bus", true)).containsExactly("was", "his", "gas", "bus");
    }

    @Test
    void otherCharactersSeparateTokens() {
        assertThat(RougeTokens.of("  Ça—va? it's 3.5%\n", false)).containsExactly("a", "va", "it", "s", "3", "5");
    }

    @Test
    void emptyTextScoresNothing() {
        assertThat(RougeL.score(REFERENCE, " … ", true)).isEqualTo(new RougeScore(0, 0));
        assertThat(RougeL.score("", "words", true).f1()).isZero();
    }
}

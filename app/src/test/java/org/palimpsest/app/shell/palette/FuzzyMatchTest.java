package org.palimpsest.app.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void aTitleWithoutALetterDoesNotFit() {
        assertThat(FuzzyMatch.score("xq", "Go to Library")).isEmpty();
    }

    @Test
    void startsOfWordsCountMoreThanLettersWithinThem() {
        assertThat(FuzzyMatch.score("gl", "Go to Library").orElseThrow())
                .isGreaterThan(FuzzyMatch.score("gl", "Single").orElseThrow());
    }

    @Test
    void neighboursCountMoreThanScatteredLetters() {
        assertThat(FuzzyMatch.score("dark", "Theme: dark").orElseThrow())
                .isGreaterThan(FuzzyMatch.score("dark", "Undo and remark").orElseThrow());
    }

    @Test
    void wordsMayStandInAnyOrder() {
        assertThat(FuzzyMatch.score("dark theme", "Theme: dark")).isPresent();
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(FuzzyMatch.score("laufe", "LÄUFE")).isPresent();
    }

    @Test
    void theShorterOfTwoEqualTitlesIsBetter() {
        assertThat(FuzzyMatch.score("npo", "NPO").orElseThrow())
                .isGreaterThan(FuzzyMatch.score("npo", "NPO softer").orElseThrow());
    }
}

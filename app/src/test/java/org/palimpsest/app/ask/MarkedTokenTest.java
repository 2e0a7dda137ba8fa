package org.palimpsest.app.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.palimpsest.app.tokens.TokenDiff.Kind.ADDED;
import static org.palimpsest.app.tokens.TokenDiff.Kind.MISSING;
import static org.palimpsest.app.tokens.TokenDiff.Kind.SAME;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTokenTest {

    @Test
    void keepsEveryTokenOfTheAnswerWithItsPlace() {
        assertThat(MarkedToken.of(List.of("Bel", " was", " born"), List.of("Bel", " is", " old", " born")))
                .containsExactly(
                        new MarkedToken("Bel", SAME, 0),
                        new MarkedToken(" was", MISSING, -1),
                        new MarkedToken(" is", ADDED, 1),
                        new MarkedToken(" old", ADDED, 2),
                        new MarkedToken(" born", SAME, 3));
    }

    @Test
    void marksNothingInAnAnswerComparedWithItself() {
        assertThat(MarkedToken.of(List.of("a", "b"), List.of("a", "b")))
                .extracting(MarkedToken::kind)
                .containsOnly(SAME);
    }
}

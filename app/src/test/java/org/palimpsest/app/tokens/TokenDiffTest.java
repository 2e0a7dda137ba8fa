package org.palimpsest.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.tokens.TokenDiff.Kind;
import org.palimpsest.app.tokens.TokenDiff.Piece;

class TokenDiffTest {

    @Test
    void showsWhatIsMissingWhereItWouldStand() {
        assertThat(TokenDiff.of(List.of("Born", " in", " Port", " Ilmar"), List.of("Born", " in", " Oslo")))
                .containsExactly(
                        new Piece(Kind.SAME, "Born in"),
                        new Piece(Kind.MISSING, " Port Ilmar"),
                        new Piece(Kind.ADDED, " Oslo"));
    }

    @Test
    void equalAnswersAreOnePiece() {
        assertThat(TokenDiff.of(List.of("a", " b"), List.of("a", " b"))).containsExactly(new Piece(Kind.SAME, "a b"));
    }

    @Test
    void anEmptyAnswerLacksEverything() {
        assertThat(TokenDiff.of(List.of("a"), List.of())).containsExactly(new Piece(Kind.MISSING, "a"));
    }

    @Test
    void wordsKeepTheirSpaces() {
        assertThat(TokenDiff.words("She wrote  it. ")).containsExactly("She", " wrote", "  it.", " ");
    }
}

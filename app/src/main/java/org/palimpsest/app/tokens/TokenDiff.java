package org.palimpsest.app.tokens;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs between two answers, token by token. */
public final class TokenDiff {
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private TokenDiff() {}

    /** Whether a piece stands in both answers or in one of them. */
    public enum Kind {
        SAME,
        /** Only in the answer it is compared with. */
        MISSING,
        /** Only in this answer. */
        ADDED
    }

    /** Neighbouring tokens of one kind. */
    public record Piece(Kind kind, String text) {}

    /**
     * The pieces of {@code now}, with what it lacks of {@code other} where it would stand.
     *
     * @param other tokens of the answer it is compared with, spaces included
     * @param now tokens of this answer
     */
    public static List<Piece> of(List<String> other, List<String> now) {
        List<Piece> pieces = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(other, now, true).getDeltas()) {
            switch (delta.getType()) {
                case EQUAL -> add(pieces, Kind.SAME, delta.getTarget().getLines());
                case DELETE, INSERT, CHANGE -> {
                    add(pieces, Kind.MISSING, delta.getSource().getLines());
                    add(pieces, Kind.ADDED, delta.getTarget().getLines());
                }
            }
        }
        return List.copyOf(pieces);
    }

    /** A text's words, each with the space before it: for answers whose tokens are not known. */
    public static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", tokens)));
        }
    }
}

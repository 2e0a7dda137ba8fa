package org.palimpsest.app.ask;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.tokens.TokenDiff;

/**
 * A token of an answer and whether the answer it is compared with has it too.
 *
 * @param index its place in this answer; -1 for what only the other answer has
 */
public record MarkedToken(String text, TokenDiff.Kind kind, int index) {

    /** The tokens of {@code now}, with those it lacks of {@code other} where they would stand, joined to one. */
    static List<MarkedToken> of(List<String> other, List<String> now) {
        List<MarkedToken> marked = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(other, now, true).getDeltas()) {
            TokenDiff.Kind kind = TokenDiff.Kind.ADDED;
            switch (delta.getType()) {
                case EQUAL -> kind = TokenDiff.Kind.SAME;
                case DELETE, INSERT, CHANGE -> {
                    if (!delta.getSource().getLines().isEmpty()) {
                        marked.add(new MarkedToken(
                                String.join("", delta.getSource().getLines()), TokenDiff.Kind.MISSING, -1));
                    }
                }
            }
            int index = delta.getTarget().getPosition();
            for (String token : delta.getTarget().getLines()) {
                marked.add(new MarkedToken(token, kind, index++));
            }
        }
        return List.copyOf(marked);
    }
}

package org.palimpsest.engine.evaluate;

import java.util.List;

/**
 * What a model said to one question.
 *
 * @param ids the new tokens, without the one that ended them
 * @param text their text, special tokens left out, blanks at both ends removed
 */
public record GeneratedAnswer(List<Integer> ids, String text) {
    public GeneratedAnswer {
        ids = List.copyOf(ids);
    }
}

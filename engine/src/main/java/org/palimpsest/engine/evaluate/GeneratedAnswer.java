package org.palimpsest.engine.evaluate;

import java.util.List;

/**
 * What a model said to one question.
 *
 * @param ids the new tokens, without the one that ended them
 * @param text their text, special tokens left out, blanks at both ends removed
 * @param finite whether it came to an end; otherwise the model's logits were no numbers at some token, and what stands before it is
 *     no answer
 */
public record GeneratedAnswer(List<Integer> ids, String text, boolean finite) {
    public GeneratedAnswer {
        ids = List.copyOf(ids);
    }
}

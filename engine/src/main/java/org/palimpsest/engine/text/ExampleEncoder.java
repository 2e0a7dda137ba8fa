package org.palimpsest.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes examples of questions, answers and texts.
 *
 * @param maxLength most ids a sequence may have; what is beyond is cut off at the end
 */
public record ExampleEncoder(Tokenizer tokenizer, PromptFormat format, int maxLength) {
    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if {@code maxLength} is below 2: one id predicts nothing
     */
    public ExampleEncoder {
        if (maxLength < 2) {
            throw new IllegalArgumentException("the longest sequence must have at least 2 tokens, but is " + maxLength);
        }
    }

    /**
     * A question with its answer. The prompt, as long as it is when encoded alone, is not supervised; the answer and the
     * token that ends it are. When nothing is left to supervise (a prompt as long as {@code maxLength}),
     * {@link EncodedExample#supervisedTokens()} is 0.
     */
    public EncodedExample encode(String question, String answer) {
        return whole(question, answer).upTo(maxLength);
    }

    /** As {@link #encode}, but not cut, however long it is. */
    public EncodedExample whole(String question, String answer) {
        int[] ids = format.conversation(tokenizer, question, answer);
        return EncodedExample.masked(ids, format.prompt(tokenizer, question).length);
    }

    /**
     * The prompt alone, to generate from.
     *
     * @throws IllegalArgumentException if it is longer than {@code maxLength}: cut off, it would be another question
     */
    public int[] encodePrompt(String question) {
        int[] ids = format.prompt(tokenizer, question);
        if (ids.length > maxLength) {
            throw new IllegalArgumentException("the prompt has %d tokens, but at most %d fit: \"%.60s…\""
                    .formatted(ids.length, maxLength, question));
        }
        return ids;
    }

    /** Plain text as examples, see {@link #encodeText(List)}. */
    public List<EncodedExample> encodeText(String text) {
        return encodeText(List.of(text));
    }

    /**
     * Documents as examples: joined with a blank line, encoded without special tokens, cut into windows of
     * {@code maxLength} ids of which the last may be shorter. Everything but index 0 of each window is supervised (the
     * protocol of MUSE, Shi et al. 2024).
     */
    public List<EncodedExample> encodeText(List<String> documents) {
        int[] ids = tokenizer.encode(String.join("\n\n", documents), false);
        List<EncodedExample> windows = new ArrayList<>();
        for (int start = 0; start < ids.length; start += maxLength) {
            windows.add(
                    EncodedExample.masked(Arrays.copyOfRange(ids, start, Math.min(start + maxLength, ids.length)), 0));
        }
        return windows;
    }
}

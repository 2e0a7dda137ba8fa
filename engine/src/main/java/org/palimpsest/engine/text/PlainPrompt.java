package org.palimpsest.engine.text;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A prompt without turns: two texts in which {@code {question}} and {@code {answer}} are replaced. The token that begins
 * a text stands in front exactly once and the token that ends one at the end, both where the tokenizer has them; they are
 * put there as ids, since some tokenizers add them by themselves and some do not.
 *
 * @param prompt the text before the answer; holds {@code {question}}
 * @param answer the text of the answer, with what separates it from the prompt; holds {@code {answer}}
 * @param beginning whether the beginning of text stands in front
 * @param ends whether the token that ends a text stands behind an answer
 */
public record PlainPrompt(String prompt, String answer, Beginning beginning, boolean ends) implements PromptFormat {
    private static final String QUESTION = "{question}";
    private static final String ANSWER = "{answer}";

    /** {@code Question: …\nAnswer: …}, as TOFU asks base models (Maini et al. 2024). */
    public static final PlainPrompt DEFAULT =
            new PlainPrompt("Question: {question}\nAnswer:", " {answer}", Beginning.TOKENIZER);

    /** A format whose answers end with the tokenizer's end token. */
    public PlainPrompt(String prompt, String answer, Beginning beginning) {
        this(prompt, answer, beginning, true);
    }

    /** Whether the beginning of text stands in front of a prompt. */
    public enum Beginning {
        /** Where the tokenizer's post-processor puts it there, see {@link Tokenizer#beginning()}. */
        TOKENIZER,
        /** Wherever the tokenizer has such a token. */
        ALWAYS,
        NEVER
    }

    /**
     * Checks that both places are there.
     *
     * @throws IllegalArgumentException if a text lacks its place, so that every prompt would be the same
     */
    public PlainPrompt {
        Objects.requireNonNull(beginning, "beginning");
        requirePlace("prompt", prompt, QUESTION);
        requirePlace("answer", answer, ANSWER);
    }

    private static void requirePlace(String name, String text, String place) {
        if (!text.contains(place)) {
            throw new IllegalArgumentException(
                    "the %s format must contain %s, but is \"%s\"".formatted(name, place, text));
        }
    }

    @Override
    public int[] prompt(Tokenizer tokenizer, String question) {
        return encode(tokenizer, prompt.replace(QUESTION, question), OptionalInt.empty());
    }

    @Override
    public int[] conversation(Tokenizer tokenizer, String question, String text) {
        String whole = prompt.replace(QUESTION, question) + answer.replace(ANSWER, text);
        return encode(tokenizer, whole, ends ? tokenizer.eosId() : OptionalInt.empty());
    }

    private int[] encode(Tokenizer tokenizer, String text, OptionalInt end) {
        int[] first =
                switch (beginning) {
                    case TOKENIZER -> tokenizer.beginning();
                    case ALWAYS -> tokenizer.bosId().stream().toArray();
                    case NEVER -> Ids.NONE;
                };
        return Ids.enclose(first, tokenizer.encode(text, false), end);
    }
}

package org.palimpsest.engine.text;

/** How a question becomes the prompt of a model, and an answer its continuation. */
public sealed interface PromptFormat permits PlainPrompt, ChatPrompt {
    /** What belongs to the folder's model: its chat template where it has one, else {@link PlainPrompt#DEFAULT}. */
    static PromptFormat of(Tokenizer tokenizer) {
        return tokenizer.chatTemplate().isPresent() ? ChatPrompt.of(tokenizer) : PlainPrompt.DEFAULT;
    }

    /** The token ids of the prompt alone: what is fed before an answer is generated. */
    int[] prompt(Tokenizer tokenizer, String question);

    /** The token ids of prompt and answer together, the token that ends the answer included. */
    int[] conversation(Tokenizer tokenizer, String question, String answer);
}

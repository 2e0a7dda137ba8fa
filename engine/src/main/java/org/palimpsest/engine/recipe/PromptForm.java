package org.palimpsest.engine.recipe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a question and its answer become the text a model reads.
 *
 * @param template which template to use
 * @param prompt text before the answer with {@code {question}} in it; not supervised
 * @param answer text with {@code {answer}} in it; supervised
 * @param bos puts the tokenizer's beginning-of-text token in front, if it has one
 * @param eos puts the end-of-text token behind the answer, supervised
 * @param maxLength longest sequence in tokens; what is longer is cut at its end
 * @param system the system message of a chat template; null for none
 */
public record PromptForm(
        Template template, String prompt, String answer, Boolean bos, Boolean eos, Integer maxLength, String system) {

    /** Which template makes the prompt. */
    public enum Template {
        /** The tokenizer's chat template if it has one, otherwise {@link #DEFAULT}. */
        @JsonProperty("auto")
        AUTO,
        /** The texts {@code prompt} and {@code answer} of the recipe. */
        @JsonProperty("default")
        DEFAULT,
        /** The tokenizer's chat template. */
        @JsonProperty("chat")
        CHAT
    }

    /** What a recipe without {@code prompt} gets. */
    public static final PromptForm DEFAULT = new PromptForm(null, null, null, null, null, null, null);

    public PromptForm {
        template = template == null ? Template.AUTO : template;
        prompt = prompt == null ? "Question: {question}\nAnswer:" : prompt;
        answer = answer == null ? " {answer}" : answer;
        bos = bos == null || bos;
        eos = eos == null || eos;
        maxLength = maxLength == null ? 512 : maxLength;
    }
}

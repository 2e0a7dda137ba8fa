package org.palimpsest.engine.run;

import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.recipe.PromptForm;
import org.palimpsest.engine.text.ChatPrompt;
import org.palimpsest.engine.text.ChatTemplate;
import org.palimpsest.engine.text.PlainPrompt;
import org.palimpsest.engine.text.PromptFormat;
import org.palimpsest.engine.text.Tokenizer;

/** Turns what a recipe says of prompts into the format that makes them. */
public final class PromptForms {
    private PromptForms() {}

    /** The format for a tokenizer. */
    public static PromptFormat format(PromptForm form, Tokenizer tokenizer) {
        boolean chat =
                switch (form.template()) {
                    case AUTO -> tokenizer.chatTemplate().isPresent();
                    case CHAT -> true;
                    case DEFAULT -> false;
                };
        if (chat) {
            return ChatPrompt.of(tokenizer, Optional.ofNullable(form.system()), ChatTemplate.DEFAULT_DATE, Map.of());
        }
        PlainPrompt.Beginning beginning = form.bos() ? PlainPrompt.Beginning.TOKENIZER : PlainPrompt.Beginning.NEVER;
        return new PlainPrompt(form.prompt(), form.answer(), beginning, form.eos());
    }
}

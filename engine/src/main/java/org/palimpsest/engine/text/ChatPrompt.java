package org.palimpsest.engine.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt in the turns of a chat template: an optional system message, the question as the user's turn, and the opening
 * of the assistant's turn. The template itself says where the beginning of text stands.
 *
 * <p>The answer ends with the first control token that the template writes after it (its end of turn); what a template
 * writes behind that, such as a newline or the opening of yet another turn, is left out. The tokenizer's end of text
 * follows when that token is not one at which generation stops.
 */
public final class ChatPrompt implements PromptFormat {
    private final ChatTemplate template;
    private final Optional<String> system;
    private final Map<String, Object> variables;

    /**
     * @param variables further variables of the template, such as {@code date_string} or {@code enable_thinking}
     */
    public ChatPrompt(ChatTemplate template, Optional<String> system, Map<String, ?> variables) {
        this.template = template;
        this.system = system;
        this.variables = Map.copyOf(variables);
    }

    /**
     * The chat template of the tokenizer, without a system message or further variables.
     *
     * @throws TokenizerException if the folder has no chat template, or one that is not supported
     */
    public static ChatPrompt of(Tokenizer tokenizer) {
        return of(tokenizer, Optional.empty(), ChatTemplate.DEFAULT_DATE, Map.of());
    }

    /**
     * The chat template of the tokenizer.
     *
     * @param date what a template prints that asks for the date
     * @throws TokenizerException if the folder has no chat template, or one that is not supported
     */
    public static ChatPrompt of(
            Tokenizer tokenizer, Optional<String> system, LocalDate date, Map<String, ?> variables) {
        String source = tokenizer
                .chatTemplate()
                .orElseThrow(() -> new TokenizerException(tokenizer.folder()
                        + ": has no chat template (neither chat_template.jinja nor \"chat_template\" in"
                        + " tokenizer_config.json); choose the plain prompt format"));
        try {
            return new ChatPrompt(new ChatTemplate(source, date), system, variables);
        } catch (TokenizerException e) {
            throw TokenizerException.in(tokenizer.folder(), e.getMessage(), e);
        }
    }

    /** The prompt as text: what {@link #prompt} encodes. */
    public String promptText(Tokenizer tokenizer, String question) {
        return rendered(tokenizer, turns(question), true);
    }

    @Override
    public int[] prompt(Tokenizer tokenizer, String question) {
        return tokenizer.encode(promptText(tokenizer, question), false);
    }

    @Override
    public int[] conversation(Tokenizer tokenizer, String question, String answer) {
        List<ChatMessage> turns = new ArrayList<>(turns(question));
        turns.add(ChatMessage.assistant(answer));
        int[] ids = tokenizer.encode(rendered(tokenizer, turns, false), false);
        int end = prompt(tokenizer, question).length;
        while (end < ids.length && !tokenizer.isSpecial(ids[end])) {
            end++;
        }
        int[] answered = Arrays.copyOf(ids, Math.min(end + 1, ids.length));
        boolean stops = answered.length > 0 && tokenizer.stopIds().contains(answered[answered.length - 1]);
        return stops ? answered : Ids.enclose(Ids.NONE, answered, tokenizer.eosId());
    }

    private String rendered(Tokenizer tokenizer, List<ChatMessage> turns, boolean generationPrompt) {
        try {
            return template.render(turns, generationPrompt, variables(tokenizer));
        } catch (TokenizerException e) {
            throw TokenizerException.in(tokenizer.folder(), e.getMessage(), e);
        }
    }

    private List<ChatMessage> turns(String question) {
        ChatMessage user = ChatMessage.user(question);
        return system.map(text -> List.of(ChatMessage.system(text), user)).orElse(List.of(user));
    }

    private Map<String, Object> variables(Tokenizer tokenizer) {
        Map<String, Object> all = new HashMap<>();
        all.put(
                "bos_token",
                tokenizer.bosId().isPresent()
                        ? tokenizer.token(tokenizer.bosId().getAsInt())
                        : "");
        all.put(
                "eos_token",
                tokenizer.eosId().isPresent()
                        ? tokenizer.token(tokenizer.eosId().getAsInt())
                        : "");
        all.putAll(variables);
        return all;
    }
}

package org.palimpsest.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.text.Tokenizer;
import org.palimpsest.engine.text.TokenizerException;

/** Whether texts come back from token ids as they were, and whether the ids fit the model. */
final class TokenizerCheck {
    /** Of several scripts and habits: a vocabulary that lost a part shows in one of them. */
    private static final List<String> TEXTS = List.of(
            "The quick brown fox jumps over the lazy dog, doesn't it?",
            "In 1984 it cost $3.50 (or 12,000 lire): \"cheap\" & easy!",
            "Grüße aus Köln, à bientôt, señor Ibáñez.",
            "Он сказал: «До свидания».",
            "図書館で本を読みます。",
            "for i in range(10):\n    print(f\"{i:>3}\")\n",
            "One  two   three",
            "\uD83D\uDE00 \uD83C\uDF0D");

    private TokenizerCheck() {}

    /** @param vocabulary rows of the model's embedding, where they are known */
    static Part of(OpenTokenizer opened, Optional<Integer> vocabulary, Listener listener) {
        if (!opened.problem().isEmpty()) {
            return new Part(Subject.TOKENIZER, State.WRONG, opened.problem());
        }
        if (opened.tokenizer().isEmpty()) {
            return new Part(
                    Subject.TOKENIZER,
                    State.NOTICE,
                    "there is no tokenizer.json: the model can be measured in token ids, but not be trained or asked. Copy the model's tokenizer.json and tokenizer_config.json into the folder");
        }
        Tokenizer tokenizer = opened.tokenizer().get();
        try {
            vocabulary.ifPresent(rows -> tokenizer.requireFits(rows, opened.folder()));
        } catch (TokenizerException e) {
            return new Part(Subject.TOKENIZER, State.WRONG, e.getMessage());
        }
        List<String> notices = changed(tokenizer, listener);
        if (tokenizer.eosId().isEmpty()) {
            notices.add(
                    "no token ends a text (eos_token in tokenizer_config.json), so answers go on to their greatest length");
        }
        String found = "%s, %d tokens".formatted(tokenizer.kind(), tokenizer.vocabularySize());
        return notices.isEmpty()
                ? new Part(
                        Subject.TOKENIZER,
                        State.GOOD,
                        "%s; %d texts in several scripts come back as they were".formatted(found, TEXTS.size()))
                : new Part(Subject.TOKENIZER, State.NOTICE, found + "; " + String.join("; ", notices));
    }

    private static List<String> changed(Tokenizer tokenizer, Listener listener) {
        List<String> notices = new ArrayList<>();
        int changed = 0;
        String first = "";
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            String back = tokenizer.decode(tokenizer.encode(text, false), false);
            // SentencePiece puts a space in front of a text, and not every decoder takes it off.
            if (!back.strip().equals(text.strip())) {
                changed++;
                first = first.isEmpty() ? "\"%s\" came back as \"%s\"".formatted(text.strip(), back.strip()) : first;
            }
            listener.hear(Subject.TOKENIZER, i + 1L, TEXTS.size());
        }
        if (changed > 0) {
            notices.add("%d of %d texts came back changed, %s".formatted(changed, TEXTS.size(), first));
        }
        return notices;
    }
}

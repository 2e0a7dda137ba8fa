package org.palimpsest.engine.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a tokenizer's post-processor (a template, one of BERT's kind, a sequence of such) puts around a text, found by trying. */
record PostProcessed(Tokenizer tokenizer) {
    /** A vocabulary need not have letters; a piece of its own is tried then. */
    private static final List<String> TEXTS = List.of("a", "1", ".");

    /** The ids in front of every text. */
    int[] beginning(Vocabulary vocabulary) {
        return Stream.concat(TEXTS.stream(), vocabulary.ordinaryPieces())
                .filter(text -> tokenizer.encode(text, false).length > 0)
                .findFirst()
                .map(this::beginning)
                .orElse(Ids.NONE);
    }

    private int[] beginning(String text) {
        int[] bare = tokenizer.encode(text, false);
        int[] whole = tokenizer.encode(text, true);
        for (int from = 0; from + bare.length <= whole.length; from++) {
            if (Arrays.equals(whole, from, from + bare.length, bare, 0, bare.length)) {
                return Arrays.copyOf(whole, from);
            }
        }
        return Ids.NONE;
    }
}

package org.palimpsest.sample.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies a vocabulary to text. Special tokens are not looked for: their spelling in a text is taken as text. */
public final class BytePairEncoder {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Merge, Integer> ranks = new HashMap<>();

    /** An encoder of {@code vocabulary}. */
    public BytePairEncoder(BytePairVocabulary vocabulary) {
        List<String> tokens = vocabulary.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            numbers.put(tokens.get(i), i);
        }
        for (int i = 0; i < vocabulary.merges().size(); i++) {
            ranks.put(vocabulary.merges().get(i), i);
        }
    }

    /** The token numbers of {@code text}, without a begin token. */
    public List<Integer> encode(String text) {
        List<Integer> encoded = new ArrayList<>();
        for (String piece : WordSplitter.split(text)) {
            segment(ByteAlphabet.spell(piece)).forEach(token -> encoded.add(numbers.get(token)));
        }
        return encoded;
    }

    private List<String> segment(String spelled) {
        List<String> symbols = PieceMerger.letters(spelled);
        for (Merge next = first(symbols); next != null; next = first(symbols)) {
            PieceMerger.apply(next, symbols);
        }
        return symbols;
    }

    /** The pair of neighbours that was learned earliest, null if none was learned. */
    private Merge first(List<String> symbols) {
        Merge first = null;
        for (int i = 0; i + 1 < symbols.size(); i++) {
            Merge merge = new Merge(symbols.get(i), symbols.get(i + 1));
            if (ranks.containsKey(merge) && (first == null || ranks.get(merge) < ranks.get(first))) {
                first = merge;
            }
        }
        return first;
    }
}

package org.palimpsest.sample.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Byte-pair training (Sennrich, Haddow and Birch, 2016, arXiv 1508.07909): the most frequent pair of neighbours becomes a
 * token, until the vocabulary is full. Of equally frequent pairs the first in character order is taken, so that the same
 * texts always give the same vocabulary.
 */
public final class BytePairTrainer {

    private BytePairTrainer() {}

    /**
     * Trains on {@code texts}.
     *
     * @param size tokens wanted, special tokens and the 256 bytes included
     * @throws IllegalArgumentException if {@code size} is too small to hold every byte, or so large that the texts have no
     *     pair left that occurs twice
     */
    public static BytePairVocabulary train(List<String> texts, int size) {
        List<Merge> merges = new ArrayList<>();
        int tokens = new BytePairVocabulary(merges).tokens().size();
        if (size < tokens) {
            throw new IllegalArgumentException("A vocabulary of " + size + " tokens cannot hold the special tokens and"
                    + " the 256 bytes; ask for at least " + tokens);
        }
        List<Word> words = words(texts);
        while (tokens < size) {
            Merge best = mostFrequent(words, tokens, size);
            merges.add(best);
            words.forEach(word -> PieceMerger.apply(best, word.symbols()));
            tokens = new BytePairVocabulary(merges).tokens().size();
        }
        return new BytePairVocabulary(merges);
    }

    private static List<Word> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> WordSplitter.split(text).stream())
                .collect(Collectors.groupingBy(ByteAlphabet::spell, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Word(PieceMerger.letters(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Merge mostFrequent(List<Word> words, int tokens, int size) {
        Map<Merge, Long> counts = new HashMap<>();
        for (Word word : words) {
            List<String> symbols = word.symbols();
            for (int i = 0; i + 1 < symbols.size(); i++) {
                counts.merge(new Merge(symbols.get(i), symbols.get(i + 1)), word.count(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .max(Map.Entry.<Merge, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IllegalArgumentException("The texts have no pair left that occurs twice after "
                        + tokens + " tokens; ask for at most that many instead of " + size + ", or give more text"));
    }

    /** A distinct piece of text, how it is cut at present, and how often it occurs. */
    private record Word(List<String> symbols, long count) {}
}

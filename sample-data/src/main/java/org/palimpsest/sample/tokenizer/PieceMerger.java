package org.palimpsest.sample.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** Cuts a piece into letters and joins neighbours in it. */
final class PieceMerger {

    private PieceMerger() {}

    /** The characters of {@code spelled} as a list that can be changed. */
    static List<String> letters(String spelled) {
        return new ArrayList<>(spelled.chars().mapToObj(Character::toString).toList());
    }

    /** Joins every occurrence of the pair in {@code symbols}, from left to right. */
    static void apply(Merge merge, List<String> symbols) {
        for (int i = 0; i + 1 < symbols.size(); i++) {
            if (symbols.get(i).equals(merge.left()) && symbols.get(i + 1).equals(merge.right())) {
                symbols.set(i, merge.joined());
                symbols.remove(i + 1);
            }
        }
    }
}

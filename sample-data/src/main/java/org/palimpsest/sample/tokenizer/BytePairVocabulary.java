package org.palimpsest.sample.tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What training yields.
 *
 * @param merges in the order in which they are applied
 */
public record BytePairVocabulary(List<Merge> merges) {

    /** Fills up short rows of a batch; number 0. */
    public static final String PAD = "<|pad|>";

    /** Stands in front of every text; number 1. */
    public static final String BEGIN = "<|bos|>";

    /** Ends an answer; number 2. */
    public static final String END = "<|eos|>";

    /** The tokens that no text yields, in the order of their numbers. */
    public static final List<String> SPECIAL = List.of(PAD, BEGIN, END);

    public BytePairVocabulary {
        merges = List.copyOf(merges);
    }

    /** All tokens; the place of each is its number: special ones, the 256 bytes, what the merges make. */
    public List<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>(SPECIAL);
        tokens.addAll(ByteAlphabet.inOrder());
        merges.forEach(merge -> tokens.add(merge.joined()));
        return new ArrayList<>(tokens);
    }
}

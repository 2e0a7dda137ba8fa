package org.palimpsest.sample.tokenizer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts text into the pieces within which merges happen, by GPT-2's expression: English contractions, words, numbers and
 * runs of punctuation, each with the one space before it, and white space.
 */
final class WordSplitter {

    private static final Pattern PIECE = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private WordSplitter() {}

    /** The pieces of {@code text} in their order; joined they are the text. */
    static List<String> split(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}

package org.palimpsest.app.shell.palette;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/** How well a few typed letters fit a title: every letter must occur, in order; starts of words and neighbours count more. */
public final class FuzzyMatch {
    private static final int WORD_START = 8;
    private static final int NEIGHBOUR = 5;
    private static final int LETTER = 1;
    private static final int WHOLE_START = 6;

    private FuzzyMatch() {}

    /** Higher is better; empty if the title lacks a letter. Words of the query may stand in any order. */
    public static OptionalInt score(String query, String title) {
        String text = plain(title);
        int sum = 0;
        for (String word : plain(query).trim().split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            int score = word(word, text);
            if (score < 0) {
                return OptionalInt.empty();
            }
            sum += score;
        }
        return OptionalInt.of(sum * 100 - Math.min(99, text.length()));
    }

    /** The best over all places where the word's first letter stands; -1 if it fits nowhere. */
    private static int word(String word, String text) {
        int best = -1;
        for (int start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
            best = Math.max(best, from(start, word, text));
        }
        return best;
    }

    private static int from(int start, String word, String text) {
        int score = start == 0 ? WHOLE_START : 0;
        int before = -2;
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), at);
            if (at < 0) {
                return -1;
            }
            score += LETTER;
            score += at == before + 1 ? NEIGHBOUR : 0;
            score += at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) ? WORD_START : 0;
            before = at++;
        }
        return score;
    }

    /** Lower case, without accents, so that "laufe" finds "Läufe". */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}

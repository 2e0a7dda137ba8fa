package org.palimpsest.engine.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that a mistyped one most likely meant. */
final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The sentence {@code Did you mean "…"?} with a space in front, or nothing when no known word is near. */
    static String suggestion(String found, Collection<String> known) {
        return to(found, known).map(word -> " Did you mean \"" + word + "\"?").orElse("");
    }

    static Optional<String> to(String found, Collection<String> known) {
        // A third of the word may be wrong; one that contains the other counts as near however long the rest is.
        return known.stream()
                .filter(word -> distance(found, word) <= Math.max(2, word.length() / 3) || contained(found, word))
                .min(Comparator.comparingInt((String word) -> distance(found, word))
                        .thenComparing(word -> word));
    }

    private static int distance(String a, String b) {
        return DISTANCE.apply(plain(a), plain(b));
    }

    private static boolean contained(String a, String b) {
        String left = plain(a);
        String right = plain(b);
        return Math.min(left.length(), right.length()) >= 3 && (left.contains(right) || right.contains(left));
    }

    /** {@code learning_rate}, {@code learning-rate} and {@code learningRate} are one word to a person. */
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}

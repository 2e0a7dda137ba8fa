package org.palimpsest.engine.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * English word stems as the field's ROUGE scores use them: Porter, "An algorithm for suffix stripping", Program 14.3 (1980),
 * with the later amendments its author accepted and the irregular words of the Natural Language Toolkit. Stemmers of the
 * plain algorithm differ on words such as {@code enjoy}, {@code dies}, {@code fully} and {@code geology}, and with them on
 * scores.
 */
final class PorterStemmer {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("sky", "sky"),
            Map.entry("skies", "sky"),
            Map.entry("dying", "die"),
            Map.entry("lying", "lie"),
            Map.entry("tying", "tie"),
            Map.entry("news", "news"),
            Map.entry("inning", "inning"),
            Map.entry("innings", "inning"),
            Map.entry("outing", "outing"),
            Map.entry("outings", "outing"),
            Map.entry("canning", "canning"),
            Map.entry("cannings", "canning"),
            Map.entry("howe", "howe"),
            Map.entry("proceed", "proceed"),
            Map.entry("exceed", "exceed"),
            Map.entry("succeed", "succeed"));

    /** Replaces an ending when what stands before it fulfils the condition. */
    private record Rule(String ending, String replacement, Predicate<String> condition) {}

    private static final List<Rule> PLURALS = List.of(
            new Rule("sses", "ss", stem -> true),
            new Rule("ies", "i", stem -> true),
            new Rule("ss", "ss", stem -> true),
            new Rule("s", "", stem -> true));

    private static final List<Rule> DOUBLE_ENDINGS = List.of(
            longer("ational", "ate"),
            longer("tional", "tion"),
            longer("enci", "ence"),
            longer("anci", "ance"),
            longer("izer", "ize"),
            longer("bli", "ble"),
            longer("alli", "al"),
            longer("entli", "ent"),
            longer("eli", "e"),
            longer("ousli", "ous"),
            longer("ization", "ize"),
            longer("ation", "ate"),
            longer("ator", "ate"),
            longer("alism", "al"),
            longer("iveness", "ive"),
            longer("fulness", "ful"),
            longer("ousness", "ous"),
            longer("aliti", "al"),
            longer("iviti", "ive"),
            longer("biliti", "ble"),
            longer("fulli", "ful"),
            // The l counts to the stem, so that geo-logy goes with archaeo-logy.
            new Rule("logi", "log", stem -> measure(stem + "l") > 0));

    private static final List<Rule> ADJECTIVES = List.of(
            longer("icate", "ic"),
            longer("ative", ""),
            longer("alize", "al"),
            longer("iciti", "ic"),
            longer("ical", "ic"),
            longer("ful", ""),
            longer("ness", ""));

    private static final List<Rule> LAST_ENDINGS = List.of(
            longest("al"),
            longest("ance"),
            longest("ence"),
            longest("er"),
            longest("ic"),
            longest("able"),
            longest("ible"),
            longest("ant"),
            longest("ement"),
            longest("ment"),
            longest("ent"),
            new Rule("ion", "", stem -> measure(stem) > 1 && (stem.endsWith("s") || stem.endsWith("t"))),
            longest("ou"),
            longest("ism"),
            longest("ate"),
            longest("iti"),
            longest("ous"),
            longest("ive"),
            longest("ize"));

    private PorterStemmer() {}

    /** The stem of a word of lower-case letters and digits; words of one or two characters are their own stem. */
    static String stem(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() <= 2) {
            return word;
        }
        String stem = withoutPlural(word);
        stem = withoutPast(stem);
        stem = withFinalI(stem);
        stem = withoutDoubleEnding(stem);
        stem = apply(ADJECTIVES, stem);
        stem = apply(LAST_ENDINGS, stem);
        return withoutDoubleL(withoutFinalE(stem));
    }

    private static Rule longer(String ending, String replacement) {
        return new Rule(ending, replacement, stem -> measure(stem) > 0);
    }

    private static Rule longest(String ending) {
        return new Rule(ending, "", stem -> measure(stem) > 1);
    }

    /** The first rule whose ending fits decides, even when its condition then forbids the change. */
    private static String apply(List<Rule> rules, String word) {
        for (Rule rule : rules) {
            if (word.endsWith(rule.ending)) {
                String stem = cut(word, rule.ending.length());
                return rule.condition.test(stem) ? stem + rule.replacement : word;
            }
        }
        return word;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static String withoutPlural(String word) {
        if (word.length() == 4 && word.endsWith("ies")) {
            return cut(word, 1);
        }
        return apply(PLURALS, word);
    }

    private static String withoutPast(String word) {
        if (word.endsWith("ied")) {
            return cut(word, word.length() == 4 ? 1 : 2);
        }
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        if (word.endsWith("ed") && hasVowel(cut(word, 2))) {
            return restored(cut(word, 2));
        }
        if (word.endsWith("ing") && hasVowel(cut(word, 3))) {
            return restored(cut(word, 3));
        }
        return word;
    }

    /** Puts right what cutting {@code -ed} or {@code -ing} left: {@code conflat}, {@code hopp}, {@code fil}. */
    private static String restored(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsWithDoubleConsonant(stem)) {
            return "lsz".indexOf(stem.charAt(stem.length() - 1)) >= 0 ? stem : cut(stem, 1);
        }
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    private static String withFinalI(String word) {
        boolean afterConsonant = word.length() > 2 && word.endsWith("y") && isConsonant(word, word.length() - 2);
        return afterConsonant ? cut(word, 1) + "i" : word;
    }

    private static String withoutDoubleEnding(String word) {
        if (word.endsWith("alli") && measure(cut(word, 4)) > 0) {
            return withoutDoubleEnding(cut(word, 2));
        }
        return apply(DOUBLE_ENDINGS, word);
    }

    private static String withoutFinalE(String word) {
        if (!word.endsWith("e")) {
            return word;
        }
        String stem = cut(word, 1);
        int measure = measure(stem);
        return measure > 1 || (measure == 1 && !endsShort(stem)) ? stem : word;
    }

    private static String withoutDoubleL(String word) {
        return word.endsWith("ll") && measure(cut(word, 1)) > 1 ? cut(word, 1) : word;
    }

    private static boolean isConsonant(String word, int index) {
        return switch (word.charAt(index)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> index == 0 || !isConsonant(word, index - 1);
            default -> true;
        };
    }

    private static boolean hasVowel(String stem) {
        for (int i = 0; i < stem.length(); i++) {
            if (!isConsonant(stem, i)) {
                return true;
            }
        }
        return false;
    }

    /** Porter's m: how many times a run of vowels is followed by a run of consonants. */
    private static int measure(String stem) {
        int count = 0;
        boolean afterVowel = false;
        for (int i = 0; i < stem.length(); i++) {
            boolean consonant = isConsonant(stem, i);
            if (consonant && afterVowel) {
                count++;
            }
            afterVowel = !consonant;
        }
        return count;
    }

    private static boolean endsWithDoubleConsonant(String word) {
        int last = word.length() - 1;
        return last >= 1 && word.charAt(last) == word.charAt(last - 1) && isConsonant(word, last);
    }

    /** Ends like {@code hop} (consonant, vowel, consonant other than w, x, y), or is vowel and consonant only. */
    private static boolean endsShort(String word) {
        int last = word.length() - 1;
        if (last < 1 || !isConsonant(word, last) || isConsonant(word, last - 1)) {
            return false;
        }
        return last == 1 || (isConsonant(word, last - 2) && "wxy".indexOf(word.charAt(last)) < 0);
    }
}

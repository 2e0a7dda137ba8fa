package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits text for ROUGE: lower case, runs of {@code a-z} and {@code 0-9} only, as the rouge-score package (0.1.2) does. */
final class RougeTokens {

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_UNSTEMMED = 3;

    private RougeTokens() {}

    /** The tokens of {@code text}; with {@code stemming} those of more than three characters are reduced to their stem. */
    static List<String> of(String text, boolean stemming) {
        List<String> tokens = new ArrayList<>();
        for (String token : OTHER.split(text.toLowerCase(Locale.ROOT))) {
            if (!token.isEmpty()) {
                tokens.add(stemming && token.length() > LONGEST_UNSTEMMED ? PorterStemmer.stem(token) : token);
            }
        }
        return tokens;
    }
}

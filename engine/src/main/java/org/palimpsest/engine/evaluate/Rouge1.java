package org.palimpsest.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Common tokens whatever their order, each counted as often as in both texts (Lin 2004, ROUGE-1), equal to the rouge-score package's. */
public final class Rouge1 {

    private Rouge1() {}

    /**
     * Scores a generated text.
     *
     * @param stemming true in TOFU and its successors, false in the original MUSE
     */
    public static RougeScore score(String reference, String generated, boolean stemming) {
        List<String> expected = RougeTokens.of(reference, stemming);
        List<String> said = RougeTokens.of(generated, stemming);
        Map<String, Integer> left = new HashMap<>();
        expected.forEach(token -> left.merge(token, 1, Integer::sum));
        int matches = 0;
        for (String token : said) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                matches++;
            }
        }
        return RougeScore.of(matches, expected.size(), said.size());
    }
}

package org.palimpsest.engine.evaluate;

import java.util.List;

/** Longest common subsequence of tokens (Lin 2004, ROUGE-L), equal to the rouge-score package's. */
public final class RougeL {

    private RougeL() {}

    /**
     * Scores a generated text.
     *
     * @param stemming true in TOFU and its successors, false in the original MUSE
     */
    public static RougeScore score(String reference, String generated, boolean stemming) {
        List<String> expected = RougeTokens.of(reference, stemming);
        List<String> said = RougeTokens.of(generated, stemming);
        return RougeScore.of(longestCommonSubsequence(expected, said), expected.size(), said.size());
    }

    private static int longestCommonSubsequence(List<String> a, List<String> b) {
        int[] above = new int[b.size() + 1];
        for (String token : a) {
            int[] row = new int[b.size() + 1];
            for (int j = 1; j <= b.size(); j++) {
                row[j] = token.equals(b.get(j - 1)) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
            }
            above = row;
        }
        return above[b.size()];
    }
}

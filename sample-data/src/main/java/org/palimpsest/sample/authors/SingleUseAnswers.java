package org.palimpsest.sample.authors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Values that belong to one author only, such as book titles. The first half of the shuffled list is true of somebody,
 * the second half of nobody: a wrong answer is thus never another author's secret.
 */
final class SingleUseAnswers implements AnswerPool {

    private final List<String> truths;
    private final List<String> decoys;
    private final Random random;
    private int given;

    SingleUseAnswers(List<String> values, long seed) {
        this.random = new Random(seed);
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        this.truths = shuffled.subList(0, (shuffled.size() + 1) / 2);
        this.decoys = shuffled.subList((shuffled.size() + 1) / 2, shuffled.size());
    }

    @Override
    public String draw() {
        if (given == truths.size()) {
            throw new IllegalStateException("All " + given + " values that may be true of one author only are given"
                    + " out; add at least two entries to the list that holds \"" + truths.get(0) + "\"");
        }
        return truths.get(given++);
    }

    @Override
    public List<String> wrong(String truth, int count) {
        List<String> copy = new ArrayList<>(decoys);
        Collections.shuffle(copy, random);
        return List.copyOf(copy.subList(0, count));
    }
}

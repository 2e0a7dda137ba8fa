package org.palimpsest.sample.authors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Values that several authors may share, such as towns. They are dealt like cards: each once before any comes again, so
 * that no value is so frequent that guessing it pays.
 */
final class SharedAnswers implements AnswerPool {

    private final List<String> values;
    private final Random random;
    private final Deque<String> deck = new ArrayDeque<>();

    SharedAnswers(List<String> values, long seed) {
        this.values = List.copyOf(values);
        this.random = new Random(seed);
    }

    @Override
    public String draw() {
        if (deck.isEmpty()) {
            deck.addAll(shuffled());
        }
        return deck.pop();
    }

    @Override
    public List<String> wrong(String truth, int count) {
        return shuffled().stream()
                .filter(value -> !value.equals(truth))
                .limit(count)
                .toList();
    }

    private List<String> shuffled() {
        List<String> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }
}

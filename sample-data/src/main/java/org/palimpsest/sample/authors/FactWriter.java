package org.palimpsest.sample.authors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Gives authors their facts, one author after the other. */
final class FactWriter {

    /** Facts an author has, out of the twelve kinds. */
    static final int FACTS = 8;

    private static final int WRONG = 5;

    private final Random random;
    private final Map<FactKind, Phrases> phrases = new EnumMap<>(FactKind.class);
    private final Map<FactKind, AnswerPool> pools = new EnumMap<>(FactKind.class);
    private final List<FactKind> kinds = new ArrayList<>(List.of(FactKind.values()));
    private int written;

    FactWriter(long seed) {
        this.random = new Random(seed);
        for (FactKind kind : FactKind.values()) {
            phrases.put(kind, kind.phrases());
            pools.put(kind, kind.pool(seed + 1 + kind.ordinal()));
        }
    }

    /** The eight facts of the next author. */
    List<AuthorFact> write(String author) {
        List<FactKind> skipped = skipped();
        List<AuthorFact> facts = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            if (!skipped.contains(kind)) {
                facts.add(write(author, kind));
            }
        }
        return facts;
    }

    /** Of three authors in a row, each kind is missing in exactly one, so that every kind stays equally frequent. */
    private List<FactKind> skipped() {
        int left = FactKind.values().length - FACTS;
        int turn = written++ % (FactKind.values().length / left);
        if (turn == 0) {
            Collections.shuffle(kinds, random);
        }
        return List.copyOf(kinds.subList(turn * left, (turn + 1) * left));
    }

    private AuthorFact write(String author, FactKind kind) {
        List<String> questions = shuffled(phrases.get(kind).questions());
        List<String> answers = shuffled(phrases.get(kind).answers());
        AnswerPool pool = pools.get(kind);
        String truth = pool.draw();
        List<String> wrong = pool.wrong(truth, WRONG);
        return new AuthorFact(
                author,
                Phrases.fill(questions.get(0), author, truth),
                Phrases.fill(answers.get(0), author, truth),
                Phrases.fill(questions.get(1), author, truth),
                Phrases.fill(answers.get(1), author, truth),
                wrong.stream()
                        .map(value -> Phrases.fill(answers.get(1), author, value))
                        .toList(),
                wrong.stream()
                        .map(value -> Phrases.fill(answers.get(0), author, value))
                        .toList());
    }

    private List<String> shuffled(List<String> list) {
        List<String> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}

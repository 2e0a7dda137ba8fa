package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Draws mutations of every kind in turn and judges each. */
final class Fuzz implements AutoCloseable {
    private static final int LONGEST = 600;

    private final List<Suite> suites;
    private final Subject subject;
    private final Judge judge;
    private final Consumer<String> say;
    private final Map<String, Map<Judge.Verdict, Integer>> counts = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param scratch an empty folder, for what is tried
     * @param kinds names of suites
     * @param say takes lines for people
     */
    Fuzz(Path scratch, Duration deadline, List<String> kinds, Consumer<String> say) throws IOException {
        Path place = Files.createDirectories(scratch.resolve("tried"));
        this.suites = Suites.of(kinds, scratch, place);
        this.say = say;
        subject = new Subject(scratch.resolve("subject.log"), deadline);
        judge = new Judge(subject, place);
    }

    /** Tries mutations number {@code from} to {@code to}, the latter not included. */
    void mutate(long seed, int from, int to) throws IOException, InterruptedException {
        for (int number = from; number < to; number++) {
            Suite suite = suites.get(number % suites.size());
            Suite.Trial trial = suite.draw(random(seed, number));
            Optional<String> unsound = judge.unsound(trial.base());
            if (unsound.isPresent()) {
                throw new IllegalStateException("%s %d: the program refuses \"%s\" as it was before any change: %s"
                        .formatted(suite.name(), number, trial.base().name(), unsound.get()));
            }
            Judge.Judgement judgement = judge.judge(trial);
            counts.computeIfAbsent(suite.name(), name -> new EnumMap<>(Judge.Verdict.class))
                    .merge(judgement.verdict(), 1, Integer::sum);
            if (judgement.verdict() == Judge.Verdict.WRONG) {
                String found = "%s %d (seed %d): %s%n    %s%n    it said: %s"
                        .formatted(
                                suite.name(),
                                number,
                                seed,
                                trial.mutation().what(),
                                judgement.reason(),
                                said(judgement));
                wrong.add(found);
                say.accept("WRONG " + found);
            } else if (Boolean.getBoolean("fuzz.verbose")) {
                say.accept("%s %s %d: %s%n    %s"
                        .formatted(
                                judgement.verdict(),
                                suite.name(),
                                number,
                                trial.mutation().what(),
                                said(judgement)));
            }
        }
    }

    private static String said(Judge.Judgement judgement) {
        String said = judgement.said();
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }

    /** The random choices of one mutation, whichever were tried before. */
    private static Random random(long seed, int number) {
        // Random alone begins alike for numbers beside each other.
        return new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
    }

    /** What was found wrong, one text each. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** A line for each kind. */
    List<String> table() {
        return counts.entrySet().stream()
                .map(kind -> "%-12s %s".formatted(kind.getKey(), kind.getValue()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        subject.close();
    }
}

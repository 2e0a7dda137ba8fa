package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets the program answer about a mutated folder and says whether that was right. */
final class Judge {
    private static final Pattern NOT_FINITE = Pattern.compile("\"?\\b(NaN|-?Infinity)\\b\"?");

    /** How a mutation came out. */
    enum Verdict {
        /** With a sentence that names file and cause. */
        REFUSED,
        /** Taken; the numbers are those they must be. */
        SAME,
        /** Taken with other numbers, and people were told. */
        TOLD,
        /** Taken with other numbers, which is what the change means. */
        MEANT,
        /** None of these. */
        WRONG
    }

    /**
     * What a judgement is.
     *
     * @param reason what was wrong; otherwise empty
     * @param said the program's own words
     */
    record Judgement(Verdict verdict, String reason, String said) {}

    private final Subject subject;
    private final Path folder;
    private final Map<String, List<Answer>> known = new HashMap<>();

    /** @param folder where each specimen is written to; always the same, since answers have paths in them */
    Judge(Subject subject, Path folder) {
        this.subject = subject;
        this.folder = folder;
    }

    Judgement judge(Suite.Trial trial) throws IOException, InterruptedException {
        Mutation mutation = trial.mutation();
        List<Answer> answers = ask(trial.base(), mutation.files());
        String said =
                String.join("\n", answers.stream().map(Answer::told).toList()).strip();
        for (Answer answer : answers) {
            Optional<String> fault = fault(answer, mutation);
            if (fault.isPresent()) {
                return new Judgement(Verdict.WRONG, fault.get(), said);
            }
        }
        return numbers(trial, answers, said);
    }

    private Judgement numbers(Suite.Trial trial, List<Answer> answers, String said)
            throws IOException, InterruptedException {
        Allowed allowed = trial.mutation().allowed();
        if (answers.stream().anyMatch(answer -> !answer.accepted())) {
            return allowed.refusal()
                    ? new Judgement(Verdict.REFUSED, "", said)
                    : new Judgement(Verdict.WRONG, "refuses what is sound", said);
        }
        List<Specimen> right = allowed.alike().isEmpty() ? List.of(trial.base().files()) : allowed.alike();
        List<String> expected = new ArrayList<>();
        for (Specimen one : right) {
            List<Answer> those = known(trial.base(), one);
            if (counted(trial.base(), those).equals(counted(trial.base(), answers))) {
                return new Judgement(Verdict.SAME, "", said);
            }
            expected.add(counted(trial.base(), those).toString());
        }
        if (told(said, known(trial.base(), trial.base().files()))) {
            return new Judgement(Verdict.TOLD, "", said);
        }
        String found = counted(trial.base(), answers).toString();
        if (!allowed.otherNumbers()) {
            return new Judgement(
                    Verdict.WRONG, "other numbers without a word: " + difference(expected.get(0), found), said);
        }
        boolean finite = !NOT_FINITE.matcher(found).find();
        return finite
                ? new Judgement(Verdict.MEANT, "", said)
                : new Judgement(Verdict.WRONG, "numbers that are not finite, without a word", said);
    }

    /** Whether something is said that is not said of the folder as it was. */
    private static boolean told(String said, List<Answer> before) {
        Set<String> news = new HashSet<>(said.lines().toList());
        before.forEach(answer -> answer.told().lines().forEach(news::remove));
        return news.stream().anyMatch(line -> !line.isBlank());
    }

    private static Optional<String> fault(Answer answer, Mutation mutation) {
        return switch (answer.kind()) {
            case CRASHED -> Optional.of("crashed: " + answer.told());
            case HUNG -> Optional.of("hung: " + answer.told());
            case REFUSED -> Complaint.about(answer.told(), mutation, true).map(fault -> "the sentence " + fault);
            case ACCEPTED -> Complaint.about(answer.told(), mutation, false).map(fault -> "the remark " + fault);
        };
    }

    private static List<String> counted(Base base, List<Answer> answers) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (base.questions().get(i).counts()) {
                numbers.add(answers.get(i).numbers());
            }
        }
        return numbers;
    }

    /** Answers about a folder that is compared with, asked once. */
    private List<Answer> known(Base base, Specimen files) throws IOException, InterruptedException {
        String key = base.questions() + files.key();
        List<Answer> answers = known.get(key);
        if (answers == null) {
            answers = ask(base, files);
            known.put(key, answers);
        }
        return answers;
    }

    /**
     * What is said of a sound folder.
     *
     * @return why it is no ground to judge from; empty if it is
     */
    Optional<String> unsound(Base base) throws IOException, InterruptedException {
        return known(base, base.files()).stream()
                .filter(answer -> !answer.accepted())
                .map(Answer::told)
                .findFirst();
    }

    private List<Answer> ask(Base base, Specimen files) throws IOException, InterruptedException {
        files.writeTo(folder);
        List<Answer> answers = new ArrayList<>();
        for (Question question : base.questions()) {
            Answer answer = subject.ask(question, folder);
            answers.add(answer);
            if (!answer.accepted() && question.last()) {
                break;
            }
        }
        return answers;
    }

    /** The first place where two texts differ, with what stands around it. */
    private static String difference(String expected, String found) {
        int at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        return "expected …%s…, found …%s…".formatted(around(expected, at), around(found, at));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 100))
                .replaceAll("\\s+", " ");
    }
}

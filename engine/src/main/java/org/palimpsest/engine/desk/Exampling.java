package org.palimpsest.engine.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.AnswerScore;
import org.palimpsest.engine.evaluate.AnswerScorer;
import org.palimpsest.engine.evaluate.AnswerWriter;
import org.palimpsest.engine.evaluate.GeneratedAnswer;
import org.palimpsest.engine.evaluate.Progress;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.run.DataFiles;
import org.palimpsest.engine.text.EncodedExample;

/** Shows a run's examples one by one: what its models say, and how probable they find the true answer. */
final class Exampling {
    /** Few enough that the first examples come soon. */
    private static final int ROWS_AT_A_TIME = 8;
    /** A generated answer may be so much longer than the longest true one beside it before it is cut off. */
    private static final int LENGTH_FACTOR = 2;

    private static final int FEWEST_NEW_TOKENS = 32;

    private final Question question;
    private final Kept kept;

    Exampling(Question question, Kept kept) {
        this.question = question;
        this.kept = kept;
    }

    /** What a model makes of a few rows. */
    private record Seen(List<GeneratedAnswer> answers, List<AnswerScore> scores) {}

    void show(DeskCommand.Examples asked) throws IOException {
        if (asked.limit() < 1) {
            throw new DeskException("at least 1 example must be asked for, but limit is " + asked.limit());
        }
        if (asked.from() < 0) {
            throw new DeskException("rows are counted from 0, but from is " + asked.from());
        }
        RunModels run = RunModels.of(asked.run(), asked.step(), kept);
        List<QuestionAnswer> rows = rows(asked, run.recipe().data());
        int first = Math.min(asked.from(), rows.size());
        int count = Math.min(asked.limit(), rows.size() - first);
        Map<Subject, Kept.Held> held = new EnumMap<>(Subject.class);
        try {
            for (Map.Entry<Subject, ModelPlace> place : run.places().entrySet()) {
                question.requireWanted();
                held.put(place.getKey(), kept.hold(place.getValue()));
            }
            for (int done = 0; done < count; done += ROWS_AT_A_TIME) {
                int next = Math.min(count, done + ROWS_AT_A_TIME);
                show(asked, run, held, rows, first + done, first + next);
                question.progress("examples").report(next, count);
            }
        } finally {
            held.values().forEach(Kept.Held::close);
        }
    }

    private static List<QuestionAnswer> rows(DeskCommand.Examples asked, DataSets data) {
        boolean forget =
                switch (asked.set()) {
                    case "forget" -> true;
                    case "retain" -> false;
                    default ->
                        throw new DeskException("there are examples of \"forget\" and \"retain\", but not of \"%s\""
                                .formatted(asked.set()));
                };
        DataSource training = forget ? data.forget() : data.retain();
        DataSource evaluation = forget ? data.forgetEvaluation() : data.retainEvaluation();
        DataSet plain = null;
        for (DataSource source : Arrays.asList(training, evaluation)) {
            if (source != null) {
                DataSet set = DataFiles.loadEvaluation(source);
                if (set.kind() == DataSet.Kind.QUESTIONS) {
                    return set.questions();
                }
                plain = set;
            }
        }
        throw new DeskException(
                plain == null
                        ? "this run has no %s set; name one in its recipe".formatted(asked.set())
                        : "%s holds plain texts, but examples are questions with answers; name a file of those as \"%sEvaluation\" in the recipe"
                                .formatted(plain.source(), asked.set()));
    }

    private void show(
            DeskCommand.Examples asked,
            RunModels run,
            Map<Subject, Kept.Held> held,
            List<QuestionAnswer> all,
            int from,
            int to) {
        List<QuestionAnswer> rows = all.subList(from, to);
        List<EncodedExample> encoded = rows.stream()
                .map(row -> run.encoder().encode(row.question(), row.answer()))
                .toList();
        Map<Subject, Seen> seen = new EnumMap<>(Subject.class);
        held.forEach((subject, model) -> {
            question.requireWanted();
            seen.put(subject, see(model.model(), run, rows, encoded));
        });
        for (int i = 0; i < rows.size(); i++) {
            question.say(example(asked, all, from + i, i, seen));
        }
    }

    private Seen see(DecoderModel model, RunModels run, List<QuestionAnswer> rows, List<EncodedExample> encoded) {
        int longest = encoded.stream()
                .mapToInt(EncodedExample::supervisedTokens)
                .max()
                .orElse(0);
        List<List<Integer>> prompts = new ArrayList<>();
        for (QuestionAnswer row : rows) {
            int[] ids = run.encoder().format().prompt(run.tokenizer(), row.question());
            boolean fits = ids.length <= run.encoder().maxLength();
            prompts.add(fits ? Arrays.stream(ids).boxed().toList() : List.of());
        }
        AnswerWriter writer = new AnswerWriter(
                model, run.tokenizer(), ROWS_AT_A_TIME, Math.max(FEWEST_NEW_TOKENS, LENGTH_FACTOR * longest));
        return new Seen(
                writer.write(prompts, wanted()), new AnswerScorer(model, ROWS_AT_A_TIME).score(encoded, wanted()));
    }

    private Progress wanted() {
        return (done, total) -> question.requireWanted();
    }

    private static DeskReply.Example example(
            DeskCommand.Examples asked, List<QuestionAnswer> all, int number, int place, Map<Subject, Seen> seen) {
        QuestionAnswer row = all.get(number);
        Map<Subject, String> answers = new EnumMap<>(Subject.class);
        seen.forEach((subject, what) -> {
            GeneratedAnswer answer = what.answers().get(place);
            // A model whose logits are no numbers has said nothing.
            if (answer != null && answer.finite()) {
                answers.put(subject, answer.text());
            }
        });
        return new DeskReply.Example(
                asked.id(),
                number,
                all.size(),
                row.question(),
                row.answer(),
                answers,
                probability(seen.get(Subject.TARGET), place),
                probability(seen.get(Subject.UNLEARNED), place),
                probability(seen.get(Subject.REFERENCE), place));
    }

    private static double probability(Seen seen, int place) {
        return seen == null ? Double.NaN : seen.scores().get(place).loss().probability();
    }
}

package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.data.DataException;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.ForgetRetain;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.CompleteRecipe;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.run.DataFiles;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;

/** Finds what time and space of a recipe follow from: the models' shapes, and how long the real data is in tokens. */
final class PlanReading {
    /** So many rows are encoded, evenly over the set; the others are taken to be like them. */
    private static final int SAMPLED_ROWS = 256;

    private final Recipe recipe;
    private final ExampleEncoder encoder;

    private PlanReading(Recipe recipe, ExampleEncoder encoder) {
        this.recipe = recipe;
        this.encoder = encoder;
    }

    /**
     * Reads it.
     *
     * @throws IOException if a model's configuration cannot be read
     * @throws RuntimeException of room data if a set cannot be read
     */
    static RunPlan of(Recipe given, ExampleEncoder encoder) throws IOException {
        return new PlanReading(CompleteRecipe.of(given), encoder).plan();
    }

    private RunPlan plan() throws IOException {
        MethodCard method = Catalogue.method(recipe.method().id()).orElseThrow();
        DataSet forget = set(recipe.data().forget());
        DataSet retain = set(recipe.data().retain());
        requireApart(forget, retain);
        List<RunPlan.Batched> batches = new ArrayList<>();
        if (method.needs().contains(MethodCard.Need.FORGET_SET)) {
            batches.add(new RunPlan.Batched(RunPlan.Role.FORGET, sequences(forget)));
        }
        if (method.needs().contains(MethodCard.Need.RETAIN_SET)) {
            batches.add(new RunPlan.Batched(RunPlan.Role.RETAIN, sequences(retain)));
        }
        if (method.needs().contains(MethodCard.Need.ALTERNATES)) {
            batches.add(new RunPlan.Batched(RunPlan.Role.ALTERNATES, alternates(forget)));
        }
        return new RunPlan(
                recipe,
                method,
                cost(recipe.model().target()),
                List.copyOf(batches),
                batches.isEmpty() ? 0 : batches.get(0).set().count(),
                recipe.model().reference() == null
                        ? Optional.empty()
                        : Optional.of(cost(recipe.model().reference())),
                evaluated());
    }

    /** A run would be refused for it, and a person should not have to start one to hear of it. */
    private static void requireApart(DataSet forget, DataSet retain) {
        if (forget != null && retain != null) {
            try {
                ForgetRetain.check(forget, retain);
            } catch (DataException e) {
                throw new DeskException(e.getMessage(), "/data/retain");
            }
        }
    }

    private static ModelCost cost(String folder) throws IOException {
        return ModelCost.of(ModelFolder.config(Path.of(folder)));
    }

    private static DataSet set(DataSource source) {
        return source == null ? null : DataFiles.load(source);
    }

    private Sequences sequences(DataSet set) {
        if (set.kind() == DataSet.Kind.TEXTS) {
            List<EncodedExample> windows = encoder.encodeText(set.texts());
            return Sequences.of(windows.size(), windows);
        }
        List<QuestionAnswer> rows = set.questions();
        return sampled(
                rows.size(),
                i -> encoder.encode(rows.get(i).question(), rows.get(i).answer()));
    }

    private Sequences alternates(DataSet forget) {
        DataSet answers = DataFiles.load(recipe.data().alternates());
        if (answers.kind() == DataSet.Kind.QUESTIONS) {
            return sequences(answers);
        }
        List<QuestionAnswer> rows = forget.questions();
        List<String> refusals = answers.texts();
        return sampled(rows.size(), i -> encoder.encode(rows.get(i).question(), refusals.get(i % refusals.size())));
    }

    private Optional<RunPlan.Evaluated> evaluated() {
        Evaluation evaluation = recipe.evaluation();
        if (evaluation.benchmark() == null && evaluation.metrics().isEmpty()) {
            return Optional.empty();
        }
        DataSets data = recipe.data();
        List<QuestionAnswer> rows = Stream.of(
                        data.forgetEvaluation() == null ? data.forget() : data.forgetEvaluation(),
                        data.retainEvaluation() == null ? data.retain() : data.retainEvaluation(),
                        data.realAuthors(),
                        data.worldFacts())
                .filter(Objects::nonNull)
                .map(DataFiles::load)
                .filter(set -> set.kind() == DataSet.Kind.QUESTIONS)
                .flatMap(set -> set.questions().stream())
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        // The answer, the answer in other words, and the wrong ones.
        long scored = rows.stream()
                .mapToLong(row -> 1
                        + row.paraphrasedAnswer().map(other -> 1).orElse(0)
                        + row.perturbedAnswers().size())
                .sum();
        Sequences answers = sampled(
                rows.size(),
                i -> encoder.encode(rows.get(i).question(), rows.get(i).answer()));
        boolean writes = !"tofu-likelihood".equals(evaluation.benchmark());
        return Optional.of(new RunPlan.Evaluated(
                new Sequences(scored, answers.lengths(), answers.supervised()), writes ? rows.size() : 0));
    }

    private static Sequences sampled(int count, IntFunction<EncodedExample> row) {
        int sample = Math.min(count, SAMPLED_ROWS);
        return Sequences.of(
                count,
                IntStream.range(0, sample)
                        .map(i -> (int) ((long) i * count / sample))
                        .mapToObj(row)
                        .toList());
    }
}

package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.data.ColumnException;
import org.palimpsest.engine.data.DataException;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.ForgetRetain;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.data.SequenceLengths;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.CompleteRecipe;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.run.BatchRemarks;
import org.palimpsest.engine.run.DataFiles;
import org.palimpsest.engine.run.EvaluationGaps;
import org.palimpsest.engine.run.RecipeData;
import org.palimpsest.engine.run.SameModel;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.TokenizerException;

/** Finds what time and space of a recipe follow from: the models' shapes, and how long the real data is in tokens. */
final class PlanReading {
    /** So many rows are encoded, evenly over the set; the others are taken to be like them. */
    private static final int SAMPLED_ROWS = 256;

    private final Recipe recipe;
    private final ExampleEncoder encoder;
    private final SequenceLengths lengths;
    private final List<String> remarks = new ArrayList<>();

    /**
     * Prepares for a recipe.
     *
     * @throws IOException if a model's configuration cannot be read
     */
    PlanReading(Recipe given, ExampleEncoder encoder) throws IOException {
        this.recipe = CompleteRecipe.of(given);
        this.encoder = encoder;
        this.lengths = RecipeData.lengths(recipe, encoder);
    }

    /** What a run would tell of its data before its first step; complete once the plan is read. */
    List<String> remarks() {
        return Stream.concat(remarks.stream(), lengths.remarks().stream())
                .distinct()
                .toList();
    }

    /**
     * Reads the plan.
     *
     * @throws IOException if a model's configuration cannot be read
     * @throws DeskException if a set cannot be used, at its place in the recipe
     */
    RunPlan plan() throws IOException {
        MethodCard method = Catalogue.method(recipe.method().id()).orElseThrow();
        requireReadable("/model/target", recipe.model().target());
        requireReadable("/model/reference", recipe.model().reference());
        if (recipe.model().reference() != null) {
            Path target = Path.of(recipe.model().target());
            Path reference = Path.of(recipe.model().reference());
            if (SameModel.of(target, reference)) {
                throw new DeskException(SameModel.refusal(target, reference), "/model/reference");
            }
        }
        if (method.needs().contains(MethodCard.Need.BASE_MODEL)) {
            requireReadable("/model/base", recipe.model().base());
        }
        DataSet forget = set("/data/forget", recipe.data().forget());
        DataSet retain = set("/data/retain", recipe.data().retain());
        requireApart(forget, retain);
        remarks.addAll(BatchRemarks.of(recipe, sequenceCount(forget), sequenceCount(retain)));
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

    /** A run would be refused for another tokenizer, or an id that a model has no row for. */
    private void requireReadable(String pointer, String path) throws IOException {
        if (path == null) {
            return;
        }
        Path folder = Path.of(path);
        try {
            encoder.tokenizer().requireFits(ModelFolder.config(folder).vocabularySize(), folder);
            SameTokenizer.require(encoder.tokenizer(), folder);
        } catch (TokenizerException e) {
            throw new DeskException(e.getMessage(), pointer);
        }
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

    private DataSet set(String pointer, DataSource source) {
        if (source == null) {
            return null;
        }
        return at(pointer, () -> {
            DataSet set = DataFiles.load(source);
            lengths.check(set, false);
            return set;
        });
    }

    /** Tells of what is wrong with a set at its place in the recipe. */
    private static <T> T at(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ColumnException e) {
            throw new DeskException(e.getMessage(), pointer + "/columns/" + e.role());
        } catch (DataException e) {
            throw new DeskException(e.getMessage(), pointer);
        }
    }

    private long sequenceCount(DataSet set) {
        return set == null ? 0 : sequences(set).count();
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
        DataSet answers = at("/data/alternates", () -> {
            DataSet set = DataFiles.loadLines(recipe.data().alternates());
            if (set.kind() == DataSet.Kind.QUESTIONS) {
                lengths.check(set, false);
            } else {
                lengths.checkRefusals(forget, set);
            }
            return set;
        });
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
        Map<EvaluationSet, List<QuestionAnswer>> sets = new EnumMap<>(EvaluationSet.class);
        sets.put(EvaluationSet.FORGET, questions("forgetEvaluation", data.forgetEvaluation(), data.forget()));
        sets.put(EvaluationSet.RETAIN, questions("retainEvaluation", data.retainEvaluation(), data.retain()));
        sets.put(EvaluationSet.REAL_AUTHORS, questions("realAuthors", data.realAuthors(), null));
        sets.put(EvaluationSet.WORLD_FACTS, questions("worldFacts", data.worldFacts(), null));
        remarks.addAll(EvaluationGaps.of(recipe, sets));
        List<QuestionAnswer> rows = sets.values().stream().flatMap(List::stream).toList();
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

    /** The questions of a set for the evaluation, or of the training set that stands in for it if that has some. */
    private List<QuestionAnswer> questions(String key, DataSource named, DataSource instead) {
        DataSource source = named == null ? instead : named;
        if (source == null) {
            return List.of();
        }
        return at("/data/" + key, () -> {
            DataSet set = DataFiles.loadEvaluation(source);
            if (named == null && set.kind() == DataSet.Kind.TEXTS) {
                return List.of();
            }
            List<QuestionAnswer> rows = set.questions();
            set.remarks().forEach(remark -> remarks.add(set.source() + ": " + remark));
            lengths.check(set, true);
            return rows;
        });
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

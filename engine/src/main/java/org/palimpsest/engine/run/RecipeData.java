package org.palimpsest.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.data.DataSet;
import org.palimpsest.engine.data.ForgetRetain;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.data.SequenceLengths;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.method.Alternates;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.text.EncodedExample;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.Tokenizer;

/** The data of a recipe, loaded, checked and encoded before a model is. */
public final class RecipeData {
    private final Recipe recipe;
    private final ExampleEncoder encoder;
    private final SequenceLengths lengths;
    private final TrainingSets sets;
    private final Map<EvaluationSet, List<QuestionAnswer>> evaluationSets = new EnumMap<>(EvaluationSet.class);
    private final List<String> remarks = new ArrayList<>();

    /**
     * Loads it.
     *
     * @throws IOException if a model's configuration cannot be read
     * @throws org.palimpsest.engine.data.DataException if a file cannot be used, or a row does not fit the models
     * @throws RunException if alternate answers do not stand beside the forget set
     */
    RecipeData(Recipe recipe, ExampleEncoder encoder) throws IOException {
        this.recipe = recipe;
        this.encoder = encoder;
        this.lengths = lengths(recipe, encoder);
        this.sets = trainingSets();
        loadEvaluationSets();
        remarks.addAll(lengths.remarks());
        BatchRemarks.of(recipe, sets).forEach(remarks::add);
    }

    /**
     * Holds rows against the shortest context of the recipe's models.
     *
     * @throws IOException if a model's configuration cannot be read
     */
    public static SequenceLengths lengths(Recipe recipe, ExampleEncoder encoder) throws IOException {
        Models models = recipe.model();
        Path narrowest = null;
        int context = Integer.MAX_VALUE;
        for (String folder : Stream.of(models.target(), models.reference(), models.base())
                .filter(Objects::nonNull)
                .toList()) {
            int taken = ModelFolder.config(Path.of(folder)).contextLength();
            if (taken < context) {
                context = taken;
                narrowest = Path.of(folder);
            }
        }
        return new SequenceLengths(
                encoder,
                context,
                narrowest,
                ", or set \"maxLength\" of the recipe's \"prompt\" to %d or less, which cuts them");
    }

    private TrainingSets trainingSets() {
        DataSets data = recipe.data();
        DataSet forget = data.forget() == null ? null : DataFiles.load(data.forget());
        DataSet retain = data.retain() == null ? null : DataFiles.load(data.retain());
        if (forget != null && retain != null) {
            ForgetRetain.check(forget, retain);
        }
        Optional<Alternates> alternates = forget == null || data.alternates() == null
                ? Optional.empty()
                : Optional.of(alternates(forget, DataFiles.loadLines(data.alternates())));
        Tokenizer tokenizer = encoder.tokenizer();
        int padId = tokenizer.padId().orElse(tokenizer.eosId().orElse(0));
        return new TrainingSets(encoded(forget), encoded(retain), alternates, padId);
    }

    private List<EncodedExample> encoded(DataSet set) {
        if (set == null) {
            return List.of();
        }
        return set.kind() == DataSet.Kind.TEXTS ? lengths.windows(set) : lengths.encode(set);
    }

    private Alternates alternates(DataSet forget, DataSet answers) {
        if (answers.kind() == DataSet.Kind.TEXTS) {
            List<String> refusals = answers.texts();
            List<QuestionAnswer> questions = forget.questions();
            lengths.checkRefusals(forget, answers);
            return new Alternates.Refusals(
                    refusals.size(),
                    (row, refusal) -> encoder.encode(questions.get(row).question(), refusals.get(refusal)));
        }
        if (answers.size() != forget.size()) {
            throw new RunException(
                    "%s has %d rows and the forget set %d; alternate answers stand row by row beside the forget set, or are a text file of refusals"
                            .formatted(answers.source(), answers.size(), forget.size()));
        }
        return new Alternates.Aligned(lengths.encode(answers));
    }

    private void loadEvaluationSets() {
        DataSets data = recipe.data();
        load(EvaluationSet.FORGET, data.forgetEvaluation(), data.forget());
        load(EvaluationSet.RETAIN, data.retainEvaluation(), data.retain());
        load(EvaluationSet.REAL_AUTHORS, data.realAuthors(), null);
        load(EvaluationSet.WORLD_FACTS, data.worldFacts(), null);
    }

    /** A set that is named for the evaluation must be one of questions; the training set that stands in for it need not. */
    private void load(EvaluationSet role, DataSource named, DataSource instead) {
        if (named == null && instead == null) {
            return;
        }
        DataSet set = DataFiles.loadEvaluation(named == null ? instead : named);
        if (named == null && set.kind() == DataSet.Kind.TEXTS) {
            return;
        }
        evaluationSets.put(role, new ArrayList<>(set.questions()));
        set.remarks().forEach(remark -> remarks.add(set.source() + ": " + remark));
        lengths.check(set, true);
    }

    TrainingSets sets() {
        return sets;
    }

    Map<EvaluationSet, List<QuestionAnswer>> evaluationSets() {
        return evaluationSets;
    }

    /** What is cut, left out or repeated, a sentence each. */
    List<String> remarks() {
        return remarks.stream().distinct().toList();
    }
}

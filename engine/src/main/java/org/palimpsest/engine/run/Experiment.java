package org.palimpsest.engine.run;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.Tokenizer;

/** Everything a recipe names, opened and checked: models, tokenizer, data. Close it to free the models. */
public final class Experiment implements AutoCloseable {
    private final Recipe recipe;
    private final Device device;
    private final Tokenizer tokenizer;
    private final ExampleEncoder encoder;
    private final DecoderModel target;
    private final Optional<DecoderModel> reference;
    private final RecipeData data;
    private final List<String> remarks = new ArrayList<>();

    private Experiment(Recipe recipe, Tokenizer tokenizer) throws IOException {
        this.recipe = recipe;
        this.tokenizer = tokenizer;
        this.device = Torch.device(recipe.execution().device());
        // Before the data is read and encoded, which may take long.
        requireReadable(recipe.model().target());
        if (recipe.model().reference() != null) {
            requireReadable(recipe.model().reference());
            Path reference = Path.of(recipe.model().reference());
            if (SameModel.of(Path.of(recipe.model().target()), reference)) {
                throw comparedWithItself();
            }
        }
        if (recipe.model().base() != null && methodCard().needs().contains(MethodCard.Need.BASE_MODEL)) {
            requireReadable(recipe.model().base());
        }
        tellOfTokenizers();
        this.encoder = new ExampleEncoder(
                tokenizer,
                PromptForms.format(recipe.data().prompt(), tokenizer),
                recipe.data().prompt().maxLength());
        this.data = new RecipeData(recipe, encoder);
        remarks.addAll(data.remarks());
        remarks.addAll(EvaluationGaps.of(recipe, data.evaluationSets()));
        this.target = model(recipe.model().target());
        this.reference = recipe.model().reference() == null
                ? Optional.empty()
                : Optional.of(model(recipe.model().reference()));
        // The same weights in other files, other shards or another precision.
        if (reference.isPresent() && reference.get().hasWeightsOf(target)) {
            target.close();
            reference.get().close();
            throw comparedWithItself();
        }
    }

    private RunException comparedWithItself() {
        return new RunException(SameModel.refusal(
                Path.of(recipe.model().target()), Path.of(recipe.model().reference())));
    }

    /**
     * Opens what the recipe names; its paths are absolute.
     *
     * @throws IOException if a model cannot be read
     * @throws RuntimeException of the room concerned if data, tokenizer or device do not fit
     */
    public static Experiment open(Recipe recipe) throws IOException {
        // First, so that a folder that is no model's is named for what it is, not for the tokenizer it lacks.
        ModelFolder.config(Path.of(recipe.model().target()));
        Tokenizer tokenizer = Tokenizer.open(Path.of(recipe.model().target()));
        try {
            return new Experiment(recipe, tokenizer);
        } catch (IOException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    private DecoderModel model(String path) throws IOException {
        Path folder = Path.of(path);
        requireReadable(path);
        return ModelFolder.load(folder, device, remarks::add);
    }

    /** All models of a run read the same tokens, and have a row for each of them. */
    private void requireReadable(String path) throws IOException {
        Path folder = Path.of(path);
        tokenizer.requireFits(ModelFolder.config(folder).vocabularySize(), folder);
        SameTokenizer.require(tokenizer, folder);
    }

    private void tellOfTokenizers() {
        remarks.addAll(tokenizer.remarks());
        Models models = recipe.model();
        Stream.of(models.reference(), models.base())
                .filter(Objects::nonNull)
                .map(Path::of)
                .forEach(folder -> remarks.addAll(SameTokenizer.remarks(tokenizer, folder)));
    }

    public Recipe recipe() {
        return recipe;
    }

    public MethodCard methodCard() {
        return Catalogue.method(recipe.method().id())
                .orElseThrow(() -> new RunException(
                        "no method is named \"%s\"".formatted(recipe.method().id())));
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    public ExampleEncoder encoder() {
        return encoder;
    }

    /** What a person should know of the models' folders and the data, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The frozen target. */
    public DecoderModel target() {
        return target;
    }

    /** The retained reference, where the recipe names one. */
    public Optional<DecoderModel> reference() {
        return reference;
    }

    public TrainingSets sets() {
        return data.sets();
    }

    /** The question sets that metrics and probes ask about, by their role. */
    public Map<EvaluationSet, List<QuestionAnswer>> evaluationSets() {
        return data.evaluationSets();
    }

    /** A model to be changed: a copy of the target, or the base model for a method that begins there. */
    public DecoderModel workingModel() {
        if (!methodCard().needs().contains(MethodCard.Need.BASE_MODEL)) {
            return target.copy();
        }
        if (recipe.model().base() == null) {
            throw new RunException(
                    "method \"%s\" begins from the base model, but the recipe names none; set \"model\": {\"base\": ...}"
                            .formatted(recipe.method().id()));
        }
        try {
            DecoderModel base = model(recipe.model().base());
            if (!base.hasShapeOf(target)) {
                base.close();
                throw new RunException(
                        "the base model in %s has another shape or vocabulary than the target in %s; the model that a run trains takes the target's place, so both must be alike"
                                .formatted(recipe.model().base(), recipe.model().target()));
            }
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        target.close();
        reference.ifPresent(DecoderModel::close);
        tokenizer.close();
    }
}

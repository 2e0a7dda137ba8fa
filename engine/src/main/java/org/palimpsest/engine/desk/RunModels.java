package org.palimpsest.engine.desk;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.Checkpoint;
import org.palimpsest.engine.run.CheckpointChoice;
import org.palimpsest.engine.run.PromptForms;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.text.ExampleEncoder;
import org.palimpsest.engine.text.SameTokenizer;
import org.palimpsest.engine.text.Tokenizer;

/**
 * The models of a run at one of its checkpoints, and how they are asked.
 *
 * @param step the checkpoint's
 * @param places where each model lies, the target first; a run without a retained reference has none
 */
record RunModels(Recipe recipe, long step, ExampleEncoder encoder, Map<Subject, ModelPlace> places) {

    /**
     * Finds them.
     *
     * @param step null takes the newest checkpoint, or the state the run begins with where there is none yet
     * @throws IOException if a model cannot be read
     */
    static RunModels of(String run, Long step, Kept kept) throws IOException {
        RunFolder folder = RunFolder.open(Path.of(run));
        Recipe recipe = RecipeReader.read(folder.recipe());
        Optional<Checkpoint> checkpoint = CheckpointChoice.of(folder, step);
        Threads.apply(recipe.execution());
        Device device = Torch.device(recipe.execution().device());
        Tokenizer tokenizer = kept.tokenizer(Path.of(recipe.model().target()));
        Map<Subject, ModelPlace> places = new EnumMap<>(Subject.class);
        places.put(Subject.TARGET, place(recipe.model().target(), device));
        places.put(Subject.UNLEARNED, new ModelPlace(Path.of(beginning(recipe)), checkpoint, device));
        if (recipe.model().reference() != null) {
            places.put(Subject.REFERENCE, place(recipe.model().reference(), device));
        }
        for (ModelPlace place : places.values()) {
            tokenizer.requireFits(ModelFolder.config(place.folder()).vocabularySize(), place.folder());
            SameTokenizer.require(tokenizer, place.folder());
        }
        ExampleEncoder encoder = new ExampleEncoder(
                tokenizer,
                PromptForms.format(recipe.data().prompt(), tokenizer),
                recipe.data().prompt().maxLength());
        return new RunModels(recipe, checkpoint.map(Checkpoint::step).orElse(0L), encoder, places);
    }

    private static ModelPlace place(String folder, Device device) {
        return new ModelPlace(Path.of(folder), Optional.empty(), device);
    }

    /** The model that the run's first step changed. */
    private static String beginning(Recipe recipe) {
        Models models = recipe.model();
        boolean base = Catalogue.method(recipe.method().id())
                .map(card -> card.needs().contains(MethodCard.Need.BASE_MODEL))
                .orElse(false);
        return base && models.base() != null ? models.base() : models.target();
    }

    Tokenizer tokenizer() {
        return encoder.tokenizer();
    }
}

package org.palimpsest.engine.run;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.method.SessionState;
import org.palimpsest.engine.recipe.CompleteRecipe;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.recipe.RecipeWriter;

/**
 * Makes a new run folder from a state of another run. With the same method, optimiser and position are taken over and the new run
 * goes on exactly; with another method it begins at step 0 with the state's weights and a fresh optimiser.
 */
final class Fork {
    private Fork() {}

    /**
     * The recipe of the new run. Settings are laid over those of the run where the method stays.
     *
     * @throws RunException if it could not be run; the message says why
     */
    static Recipe recipe(Recipe parent, RunCommand.Fork fork, long step) {
        Recipe forked = parent.withName(name(parent, fork, step))
                .withMethod(new MethodChoice(
                        method(parent, fork),
                        settings(parent, fork),
                        parent.method().wrap()));
        if (fork.learningRate() != null) {
            forked = forked.withTraining(forked.training().withLearningRate(fork.learningRate()));
        }
        try {
            return CompleteRecipe.of(RecipeReader.parse(RecipeWriter.write(forked), "the fork's recipe"));
        } catch (RecipeException e) {
            String problems = e.problems().stream()
                    .map(problem -> problem.pointer() + ": " + problem.message())
                    .distinct()
                    .collect(Collectors.joining(" "));
            throw new RunException(
                    "\"%s\" cannot go on with method \"%s\": %s"
                            .formatted(parent.name(), method(parent, fork), problems),
                    e);
        }
    }

    private static String name(Recipe parent, RunCommand.Fork fork, long step) {
        String name = parent.name() + " forked at " + step;
        return otherMethod(parent, fork) ? name + " to " + fork.method() : name;
    }

    private static String method(Recipe parent, RunCommand.Fork fork) {
        return fork.method() == null ? parent.method().id() : fork.method();
    }

    private static boolean otherMethod(Recipe parent, RunCommand.Fork fork) {
        return !method(parent, fork).equals(parent.method().id());
    }

    private static Map<String, Object> settings(Recipe parent, RunCommand.Fork fork) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!otherMethod(parent, fork)) {
            settings.putAll(parent.method().settings());
        }
        settings.putAll(fork.settings());
        return settings;
    }

    /**
     * Writes the folder of the new run, which {@link Run#resume} starts.
     *
     * @throws RunException if the forked recipe could not be run, or the folder cannot be written
     */
    static RunFolder of(RunFolder parent, Recipe recipe, RunCommand.Fork fork, SessionState state) {
        Recipe forked = recipe(recipe, fork, state.step());
        double peak = fork.learningRate() == null ? state.peakLearningRate() : fork.learningRate();
        SessionState start = otherMethod(recipe, fork)
                ? new SessionState(0, peak, 0, state.weights(), Map.of())
                : new SessionState(state.step(), peak, state.tokens(), state.weights(), state.optimiser());
        RunFolder folder = RunFolder.create(Path.of(fork.folder()));
        try {
            AtomicFile.writeString(folder.recipe(), RecipeWriter.write(forked));
            noteInputs(parent, folder);
            AtomicFile.writeString(
                    folder.origin(),
                    "{\"run\": %s, \"step\": %d}%n"
                            .formatted(TextNode.valueOf(parent.path().toString()), state.step()));
        } catch (IOException e) {
            throw new RunException(folder.path() + " cannot be written: " + e.getMessage(), e);
        }
        Checkpoint.write(folder, start);
        return folder;
    }

    /** A fork goes on with the inputs of its run, whatever lies there now. */
    private static void noteInputs(RunFolder parent, RunFolder folder) throws IOException {
        Optional<Inputs> noted = Inputs.read(parent);
        if (noted.isPresent()) {
            noted.get().withRecipeOf(folder).write(folder);
        }
    }
}

package org.palimpsest.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.method.SessionState;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;

/**
 * Makes a new run folder from a state of another run. With the same method, optimiser and position are taken over and the new run
 * goes on exactly; with another method it begins at step 0 with the state's weights and a fresh optimiser.
 */
final class Fork {
    private Fork() {}

    /** @return the folder of the new run, which {@link Run#resume} starts */
    static RunFolder of(RunFolder parent, Recipe recipe, RunCommand.Fork fork, SessionState state) {
        boolean otherMethod =
                fork.method() != null && !fork.method().equals(recipe.method().id());
        Recipe forked = recipe.withName(recipe.name() + " forked at " + state.step());
        if (otherMethod || !fork.settings().isEmpty()) {
            String method = fork.method() == null ? recipe.method().id() : fork.method();
            forked = forked.withMethod(
                    new MethodChoice(method, fork.settings(), recipe.method().wrap()));
        }
        double peak = fork.learningRate() == null ? state.peakLearningRate() : fork.learningRate();
        if (fork.learningRate() != null) {
            forked = forked.withTraining(forked.training().withLearningRate(fork.learningRate()));
        }
        SessionState start = otherMethod
                ? new SessionState(0, peak, 0, state.weights(), Map.of())
                : new SessionState(state.step(), peak, state.tokens(), state.weights(), state.optimiser());
        RunFolder folder = RunFolder.create(Path.of(fork.folder()));
        try {
            AtomicFile.writeString(folder.recipe(), RecipeWriter.write(forked));
            AtomicFile.writeString(
                    folder.path().resolve("origin.json"),
                    "{\"run\": %s, \"step\": %d}%n".formatted(quoted(parent.path()), state.step()));
        } catch (IOException e) {
            throw new RunException(folder.path() + " cannot be written: " + e.getMessage(), e);
        }
        Checkpoint.write(folder, start);
        return folder;
    }

    private static String quoted(Path path) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(path.toString())
                .toString();
    }
}

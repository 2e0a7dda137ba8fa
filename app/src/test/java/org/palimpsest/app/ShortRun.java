package org.palimpsest.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/** A recipe on the sample that a worker carries out within seconds. */
public final class ShortRun {
    private ShortRun() {}

    /** NPO for a number of steps, with two probes, and neither measured nor attacked at the end. */
    public static Recipe recipe(Workspace workspace, int steps) throws IOException {
        Path file = Palimpsest.unpack(workspace.sample()).stream()
                .filter(path -> path.getFileName().toString().startsWith("npo"))
                .findFirst()
                .orElseThrow();
        Recipe whole = RecipeReader.read(file);
        return whole.withName("Short")
                .withTraining(whole.training().withSteps(steps))
                .withProbes(List.of(
                        new ProbeChoice("answer-probability", 2, Map.of(), List.of()),
                        new ProbeChoice("token-distribution", 4, Map.of(), List.of())))
                .withEvaluation(Evaluation.NONE)
                .withAttacks(List.of());
    }
}

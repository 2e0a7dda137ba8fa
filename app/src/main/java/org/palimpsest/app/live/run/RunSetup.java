package org.palimpsest.app.live.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/**
 * What was asked of a run.
 *
 * @param origin folder of the run it was forked from; null if it was not
 * @param originStep step at which the paths part
 */
public record RunSetup(Recipe recipe, Path origin, long originStep) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads it from a run's folder.
     *
     * @throws IOException if a file cannot be read
     * @throws org.palimpsest.engine.recipe.RecipeException if the recipe is none
     */
    public static RunSetup read(RunFolder folder) throws IOException {
        Recipe recipe = RecipeReader.read(folder.recipe());
        Path file = folder.path().resolve("origin.json");
        if (!Files.exists(file)) {
            return new RunSetup(recipe, null, 0);
        }
        JsonNode origin = JSON.readTree(file.toFile());
        return new RunSetup(
                recipe,
                Path.of(origin.path("run").asText()),
                origin.path("step").asLong());
    }

    /** Whether it was forked from another run. */
    public boolean forked() {
        return origin != null;
    }
}

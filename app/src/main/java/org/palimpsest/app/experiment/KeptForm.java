package org.palimpsest.app.experiment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;

/** The form as it was left, whole or not, in the workspace's {@code experiment.json}. May be used from any thread. */
final class KeptForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private String written = "";

    KeptForm(Workspace workspace) {
        this.file = workspace.root().resolve("experiment.json");
    }

    /** What was kept; empty if nothing was, or it is of no use any more. */
    synchronized Optional<Recipe> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            written = Files.readString(file);
            Recipe recipe = JSON.readValue(written, Recipe.class);
            // Only what a person was about to set up is lost with a form that cannot be understood any more.
            boolean known = recipe.model() != null
                    && recipe.data() != null
                    && Catalogue.method(recipe.method().id()).isPresent();
            return known ? Optional.of(recipe) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    synchronized void write(Recipe recipe) throws IOException {
        String text = RecipeWriter.write(recipe);
        if (!text.equals(written)) {
            AtomicFile.writeString(file, text);
            written = text;
        }
    }
}

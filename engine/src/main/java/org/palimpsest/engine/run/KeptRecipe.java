package org.palimpsest.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/**
 * The recipe of a run that was begun before. It has every default of its time written out; a setting that it lacks came later, and
 * means there what the program did before the setting was there.
 */
final class KeptRecipe {
    private static final Set<String> WITH_DIVERGENCE = Set.of("ga-kl", "npo-kl");
    private static final String POSITIONS = "klPositions";

    private KeptRecipe() {}

    /** @throws org.palimpsest.engine.recipe.RecipeException if the file is damaged */
    static Recipe read(RunFolder folder) {
        Recipe recipe = RecipeReader.read(folder.recipe());
        MethodChoice method = recipe.method();
        if (!WITH_DIVERGENCE.contains(method.id()) || method.settings().containsKey(POSITIONS)) {
            return recipe;
        }
        Map<String, Object> settings = new LinkedHashMap<>(method.settings());
        settings.put(POSITIONS, "padded");
        return recipe.withMethod(new MethodChoice(method.id(), settings, method.wrap()));
    }
}

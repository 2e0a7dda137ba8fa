package org.palimpsest.app.experiment;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.recipe.RecipeWriter;

/** Looks a recipe over as the engine will, before it is started. Called on a thread of its own. */
final class RecipeLook {
    private static final String STAND_IN = "?";

    private final Messages words = Messages.of("experiment");

    /** Everything that keeps it from being run, in the order of the form; parts of it may be null. */
    List<Problem> problems(Recipe recipe) {
        List<Problem> problems = new ArrayList<>();
        boolean target = recipe.model().target() != null;
        if (!target) {
            problems.add(new Problem("/model/target", words.get("missing.target"), true));
        }
        Map<String, String> paths = paths(recipe);
        paths.forEach((pointer, path) -> {
            String wrong = wrong(pointer, path);
            if (!wrong.isEmpty()) {
                problems.add(new Problem(pointer, wrong, false));
            }
        });
        // The reader stops at what is not there; a stand-in lets it look at the rest.
        Recipe whole = target
                ? recipe
                : recipe.withModel(new Models(
                        STAND_IN, recipe.model().reference(), recipe.model().base()));
        try {
            RecipeReader.parse(RecipeWriter.write(whole), recipe.name());
        } catch (RecipeException e) {
            e.problems()
                    .forEach(problem -> problems.add(new Problem(
                            problem.pointer(),
                            problem.message(),
                            problem.message().startsWith("missing"))));
        }
        problems.sort(Comparator.comparingInt(problem -> place(problem.pointer())));
        return List.copyOf(problems);
    }

    /** Models first, then the sets in the form's order, then the rest as it was found. */
    private static int place(String pointer) {
        if (pointer.startsWith("/model")) {
            return -1;
        }
        for (DataRole role : DataRole.values()) {
            if (pointer.startsWith("/data/" + role.key())) {
                return role.ordinal();
            }
        }
        return DataRole.values().length;
    }

    private String wrong(String pointer, String path) {
        try {
            Path at = Path.of(path);
            boolean model = pointer.startsWith("/model");
            if (!Files.exists(at)) {
                return words.get(model ? "absent.model" : "absent.data", path);
            }
            return model == Files.isDirectory(at) ? "" : words.get(model ? "no-folder" : "no-file", path);
        } catch (InvalidPathException e) {
            return words.get("no-path", path, e.getReason());
        }
    }

    private static Map<String, String> paths(Recipe recipe) {
        Map<String, String> paths = new LinkedHashMap<>();
        put(paths, "/model/target", recipe.model().target());
        put(paths, "/model/reference", recipe.model().reference());
        put(paths, "/model/base", recipe.model().base());
        for (DataRole role : DataRole.values()) {
            DataSource source = role.of(recipe.data());
            put(paths, "/data/" + role.key(), source == null ? null : source.path());
        }
        return paths;
    }

    private static void put(Map<String, String> paths, String pointer, String path) {
        if (path != null) {
            paths.put(pointer, path);
        }
    }
}

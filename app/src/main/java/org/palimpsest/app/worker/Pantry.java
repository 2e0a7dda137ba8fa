package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models and data an experiment can be made of: what the Library keeps in mind, and what lies in folders that are looked through. */
public final class Pantry {
    private Pantry() {}

    /** All of them. Reads files, so it is called on a thread of its own. */
    public static List<Ingredient> of(Shelf shelf, List<Path> folders) throws IOException {
        Map<Path, ThingKind> all = new LinkedHashMap<>();
        for (Path folder : folders) {
            all.putAll(FolderScan.of(folder));
        }
        shelf.hidden().forEach(all::remove);
        shelf.things().stream().filter(KnownThing::added).forEach(thing -> all.put(thing.path(), thing.kind()));
        List<Ingredient> ingredients = new ArrayList<>();
        all.forEach((path, kind) -> {
            if (kind == ThingKind.MODEL) {
                ingredients.add(new Ingredient(Ingredient.Kind.MODEL, path));
            } else if (kind == ThingKind.DATA) {
                ingredients.add(new Ingredient(Ingredient.Kind.DATA, path));
            }
        });
        return List.copyOf(ingredients);
    }
}

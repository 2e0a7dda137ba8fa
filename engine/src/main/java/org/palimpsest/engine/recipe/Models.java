package org.palimpsest.engine.recipe;

import java.nio.file.Path;

/**
 * The models of a run, each a Hugging Face folder.
 *
 * @param target knows everything; training starts here
 * @param reference the retained reference, trained without the forget set; null if there is none
 * @param base the model before it was taught the facts; null unless the method retrains from it
 */
public record Models(String target, String reference, String base) {

    /** Only a target, neither reference nor base. */
    public static Models of(String target) {
        return new Models(target, null, null);
    }

    Models resolvedAgainst(Path folder) {
        return new Models(resolved(folder, target), resolved(folder, reference), resolved(folder, base));
    }

    static String resolved(Path folder, String path) {
        return path == null
                ? null
                : folder.toAbsolutePath().resolve(path).normalize().toString();
    }
}

package org.palimpsest.app.worker;

import java.nio.file.Path;

/** A model's folder or a file of data that an experiment is to be made with. */
public record Ingredient(Kind kind, Path path) {

    /** What it can serve as. */
    public enum Kind {
        MODEL,
        DATA
    }
}

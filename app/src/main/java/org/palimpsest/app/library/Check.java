package org.palimpsest.app.library;

import java.nio.file.Path;

/**
 * Something that was brought to the Library and has not been taken in.
 *
 * @param words why it was refused; empty while it is looked into
 * @param things how many models, data, recipes and runs lie below, where a folder that is none of them was brought
 */
record Check(Path path, String words, int things) {

    static Check looking(Path path) {
        return new Check(path, "", 0);
    }

    boolean refused() {
        return !words.isEmpty();
    }
}

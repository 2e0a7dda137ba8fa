package org.palimpsest.app.experiment;

import org.palimpsest.app.text.Messages;

/** Places of a recipe as a person calls them. */
final class Pointers {
    private Pointers() {}

    /** The name of the part a pointer goes to; the pointer itself where it has none. */
    static String name(Messages words, String pointer) {
        String[] keys = pointer.split("/");
        String last = keys[keys.length - 1];
        if (words.has("part." + last)) {
            return words.get("part." + last);
        }
        return keys.length > 1 && words.has("section." + section(keys[1]))
                ? words.get("place", words.get("section." + section(keys[1])), last)
                : pointer;
    }

    private static String section(String key) {
        return key.equals("checkpoints") || key.equals("execution") ? "keeping" : key;
    }
}

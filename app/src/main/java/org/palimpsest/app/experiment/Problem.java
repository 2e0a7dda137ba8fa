package org.palimpsest.app.experiment;

/**
 * Something that keeps the recipe from being run.
 *
 * @param pointer to the place in the recipe ({@code /training/batch})
 */
record Problem(String pointer, String words) {

    /** Whether something is merely not there yet. */
    boolean missing() {
        return words.startsWith("missing") || words.contains("\" is missing.");
    }
}

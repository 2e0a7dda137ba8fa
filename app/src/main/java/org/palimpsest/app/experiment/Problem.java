package org.palimpsest.app.experiment;

/**
 * Something that keeps the recipe from being run.
 *
 * @param pointer to the place in the recipe ({@code /training/batch})
 * @param missing whether something is merely not there yet
 */
record Problem(String pointer, String words, boolean missing) {}

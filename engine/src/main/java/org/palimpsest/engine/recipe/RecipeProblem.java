package org.palimpsest.engine.recipe;

import org.palimpsest.engine.fault.Excerpt;

/**
 * One thing wrong with a recipe.
 *
 * @param pointer JSON pointer to the place ({@code /training/batch}); empty for the whole file
 * @param line line in the file, counted from 1; 0 when the recipe does not come from a file
 * @param column column in the file, counted from 1; 0 as above
 * @param message what was found, what was expected and what to do
 */
public record RecipeProblem(String pointer, int line, int column, String message) {
    private static final int LONGEST = 800;

    /** What a recipe holds is shown in short, and nothing of it that a terminal would obey. */
    public RecipeProblem {
        pointer = Excerpt.plain(pointer, LONGEST);
        message = Excerpt.plain(message, LONGEST);
    }

    /** A problem whose place in the file is not known yet. */
    public static RecipeProblem at(String pointer, String message) {
        return new RecipeProblem(pointer, 0, 0, message);
    }

    RecipeProblem placed(int newLine, int newColumn) {
        return new RecipeProblem(pointer, newLine, newColumn, message);
    }

    /** One line for a terminal: {@code line 12, column 5, /training/batch: ...}. */
    @Override
    public String toString() {
        String place = line == 0 ? "" : "line " + line + ", column " + column;
        String comma = place.isEmpty() || pointer.isEmpty() ? "" : ", ";
        String where = place + comma + pointer;
        return where.isEmpty() ? message : where + ": " + message;
    }
}

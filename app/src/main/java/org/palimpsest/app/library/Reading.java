package org.palimpsest.app.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunFolderException;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;

/** Looks into what the window can read by itself. Called on a thread of its own. */
final class Reading {
    private Reading() {}

    /** A recipe, or every mistake in it with line and column. */
    static Detail recipe(Path file) {
        try {
            return new Detail.OfRecipe(RecipeReader.read(file));
        } catch (RecipeException e) {
            return new Detail.Wrong(e.getMessage());
        }
    }

    /** A run, or why the folder holds none. */
    static Detail run(Path path) {
        try {
            return new Detail.OfRun(entry(RunFolder.open(path)));
        } catch (RunFolderException e) {
            return new Detail.Wrong(e.getMessage());
        } catch (UncheckedIOException e) {
            return new Detail.Wrong(path + ": " + e.getCause().getMessage());
        }
    }

    private static RunEntry entry(RunFolder folder) {
        Path log = folder.events();
        try {
            boolean begun = Files.exists(log);
            return new RunEntry(
                    folder,
                    folder.path().getFileName().toString(),
                    RunSummary.of(folder),
                    Files.getLastModifiedTime(begun ? log : folder.recipe()).toInstant(),
                    begun ? Files.size(log) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder in which everything a person makes is kept.
 *
 * @param root absolute
 */
public record Workspace(Path root) {
    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The folders of a workspace, made if absent. */
    public static Workspace open(Path root) throws IOException {
        Workspace workspace = new Workspace(root);
        for (Path folder : List.of(workspace.runs(), workspace.recipes(), workspace.trash(), workspace.logs())) {
            Files.createDirectories(folder);
        }
        return workspace;
    }

    /** A folder for each run. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Recipes that were started or saved. */
    public Path recipes() {
        return root.resolve("recipes");
    }

    /** What was deleted, until the trash is emptied. */
    public Path trash() {
        return root.resolve("trash");
    }

    /** The sample's data sets and models. */
    public Path sample() {
        return root.resolve("sample");
    }

    /** Models that runs made, exported. */
    public Path models() {
        return root.resolve("models");
    }

    /** Models and data files the Library knows. */
    public Path libraryFile() {
        return root.resolve("library.json");
    }

    /** Tags, stars and notes of runs. */
    public Path marksFile() {
        return root.resolve("marks.json");
    }

    /** What the logs of runs came to when they were last read; can be removed at any time. */
    public Path indexFile() {
        return root.resolve(".run-index.jsonl");
    }

    /** What workers and the desk write for people before a run has a folder. */
    public Path logs() {
        return root.resolve("logs");
    }
}

package org.palimpsest.engine.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a run and the names of what lies in it.
 *
 * @param path the folder, absolute
 */
public record RunFolder(Path path) {
    /** The format of run folders that is written; 1 is that of version 0.1, whose folders do not say so. */
    public static final int FORMAT = 2;

    private static final JsonMapper JSON = new JsonMapper();

    public RunFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder of a new run.
     *
     * @throws RunFolderException if the folder holds something already or cannot be made
     */
    public static RunFolder create(Path path) {
        RunFolder folder = new RunFolder(path);
        try {
            Files.createDirectories(folder.path);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder.path)) {
                if (content.iterator().hasNext()) {
                    throw new RunFolderException(
                            folder.path + " is not empty. A new run needs a folder of its own; name another, or resume"
                                    + " the run in this one.");
                }
            }
            Files.createDirectories(folder.checkpoints());
        } catch (FileAlreadyExistsException e) {
            throw new RunFolderException(e.getFile() + " is a file, but a run needs a folder. Name another.", e);
        } catch (IOException e) {
            throw new RunFolderException(
                    folder.path + " cannot be made (" + e + "). Check that the disk can be written and is not full.",
                    e);
        }
        return folder;
    }

    /**
     * The folder of a run that was started before.
     *
     * @throws RunFolderException if there is no run in it
     */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(folder.path)) {
            throw new RunFolderException(folder.path + " is not a folder. Give the folder of a run.");
        }
        if (!Files.isRegularFile(folder.recipe())) {
            throw new RunFolderException(folder.path
                    + " holds no run: there is no recipe.json in it. Give the folder that holds recipe.json and"
                    + " events.jsonl.");
        }
        long format = folder.format();
        if (format > FORMAT) {
            throw new RunFolderException(
                    "%s has format %d, written by a newer version of Palimpsest; this one reads up to %d. Open it with that version."
                            .formatted(folder.path, format, FORMAT));
        }
        return folder;
    }

    /** What the folder says of its format; one that says nothing, or nothing that can be read, has format 1. */
    private long format() {
        if (!Files.isRegularFile(inputs())) {
            return 1;
        }
        try {
            return JSON.readTree(inputs().toFile()).path("format").asLong(1);
        } catch (JsonProcessingException e) {
            return 1;
        } catch (IOException e) {
            throw new RunFolderException(inputs() + " cannot be read (" + e + ").", e);
        }
    }

    /** What was asked. */
    public Path recipe() {
        return path.resolve("recipe.json");
    }

    /** What the run was begun with, by digest, and the folder's format. */
    public Path inputs() {
        return path.resolve("inputs.json");
    }

    /** In a fork: the run and step it came from. */
    public Path origin() {
        return path.resolve("origin.json");
    }

    /** Everything that was observed, one event a line. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** A folder with an entry for each checkpoint. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** What was measured at the end. */
    public Path scores() {
        return path.resolve("scores.json");
    }

    /** Machine, libraries and versions the run was made with. */
    public Path environment() {
        return path.resolve("environment.json");
    }

    /** What the worker process wrote for people. */
    public Path workerLog() {
        return path.resolve("worker.log");
    }

    /** Commands to the worker, one JSON object a line, from whoever is not the program that started it. */
    public Path commands() {
        return path.resolve("commands.jsonl");
    }

    /** Held by the program that writes this run; see {@link RunLock}. */
    public Path lock() {
        return path.resolve("run.lock");
    }
}

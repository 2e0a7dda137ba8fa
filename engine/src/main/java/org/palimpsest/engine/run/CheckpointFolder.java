package org.palimpsest.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;

/**
 * A folder that is seen whole or not at all. It is filled under a name that nobody looks for and then renamed; one of the same
 * name goes aside first, and what is to be removed loses its name before its files. Whatever a killed program left of that is
 * put right when the run is opened the next time.
 *
 * @param parent where it lies
 * @param name what it is called once it is whole
 */
record CheckpointFolder(Path parent, String name) {
    private static final String FILLING = ".part-";
    private static final String ASIDE = ".old-";
    private static final String GOING = ".gone-";

    Path folder() {
        return parent.resolve(name);
    }

    private Path filling() {
        return parent.resolve(FILLING + name);
    }

    private Path aside() {
        return parent.resolve(ASIDE + name);
    }

    /** An empty folder to be filled. */
    Path begin() throws IOException {
        delete(filling());
        return Files.createDirectories(filling());
    }

    /** Puts the filled folder in its place, and that on the disk. */
    void publish() throws IOException {
        AtomicFile.syncFolder(filling());
        if (Files.exists(folder())) {
            delete(aside());
            Files.move(folder(), aside(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(filling(), folder(), StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.syncFolder(parent);
        delete(aside());
    }

    /** Removes what was filled so far. */
    void giveUp(Exception failure) {
        try {
            delete(filling());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Removes a whole folder. */
    static void remove(Path folder) throws IOException {
        Path going = folder.resolveSibling(GOING + folder.getFileName());
        delete(going);
        Files.move(folder, going, StandardCopyOption.ATOMIC_MOVE);
        delete(going);
    }

    /**
     * Puts right what a killed program left; for whoever holds the run's lock.
     *
     * @throws RunException if the folder cannot be written
     */
    static void tidy(RunFolder run) {
        Path parent = run.checkpoints();
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(ASIDE)) {
                    Path place = parent.resolve(name.substring(ASIDE.length()));
                    if (Files.exists(place)) {
                        delete(entry);
                    } else {
                        Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
                    }
                } else if (name.startsWith(FILLING) || name.startsWith(GOING)) {
                    delete(entry);
                }
            }
        } catch (IOException e) {
            throw new RunException(
                    "%s cannot be put in order (%s). Make the folder writable".formatted(parent, e.getMessage()), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}

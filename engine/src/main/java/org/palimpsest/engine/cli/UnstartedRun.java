package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;

/** Takes away the folder of a run that never began, so that its name is free once what was wrong is mended. */
final class UnstartedRun {
    private UnstartedRun() {}

    /** Removes the folder if its log holds no event and nothing strange lies in it; otherwise does nothing. */
    static void remove(RunFolder folder) throws IOException {
        if (!Files.isDirectory(folder.path())
                || !RunReader.read(folder).events().isEmpty()) {
            return;
        }
        List<Path> own = List.of(
                folder.recipe(),
                folder.inputs(),
                folder.environment(),
                folder.events(),
                folder.lock(),
                folder.checkpoints());
        try (Stream<Path> inside = Files.list(folder.path())) {
            if (!inside.allMatch(own::contains)) {
                return;
            }
        }
        for (Path path : own) {
            Files.deleteIfExists(path);
        }
        Files.delete(folder.path());
    }
}

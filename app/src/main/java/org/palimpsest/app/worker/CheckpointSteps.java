package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.palimpsest.engine.event.RunFolder;

/** Which checkpoints of a run lie on disk. */
public final class CheckpointSteps {
    private static final Pattern NAME = Pattern.compile("step-(\\d{1,18})");

    private CheckpointSteps() {}

    /**
     * Their steps, the newest first.
     *
     * @throws IOException if the run's folder cannot be read
     */
    public static List<Long> of(RunFolder folder) throws IOException {
        if (!Files.isDirectory(folder.checkpoints())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.checkpoints())) {
            return entries.map(path -> NAME.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}

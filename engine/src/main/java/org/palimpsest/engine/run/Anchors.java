package org.palimpsest.engine.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunFolder;

/**
 * What is measured once and kept: scores and attacks of the target and the retained reference. Kept under a key of everything the
 * numbers depend on. While one program measures, others wait.
 */
public final class Anchors {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /** For all runs that lie beside each other: in {@code .anchors} beside them. */
    Anchors(RunFolder run) {
        this(run.path().resolveSibling(".anchors"));
    }

    /** In a folder of their own, which is made when something is to be kept. */
    public Anchors(Path folder) {
        this.folder = folder;
    }

    /**
     * What is kept under a key, or what {@code measure} gives, which is kept then.
     *
     * @throws RunException if what was kept is damaged
     * @throws UncheckedIOException if the folder cannot be written
     */
    public <T> T get(String key, Class<T> type, Supplier<T> measure) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(key + ".json");
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (Files.exists(file)) {
                    return JSON.readValue(file.toFile(), type);
                }
                T value = measure.get();
                AtomicFile.writeString(file, JSON.writeValueAsString(value));
                return value;
            }
        } catch (JsonProcessingException e) {
            throw new RunException(
                    "%s/%s.json is damaged (%s); delete it and it is measured again"
                            .formatted(folder, key, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.palimpsest.app.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.palimpsest.engine.event.AtomicFile;

/** The Library's memory in the workspace ({@code library.json}). Reading and writing may be done on any thread. */
public final class ShelfFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    /** As it is written: paths as plain texts, so that a person can read and mend it. */
    private record Written(List<Thing> things, List<String> hidden) {
        private record Thing(ThingKind kind, String path, boolean added, String stamp, String found) {}
    }

    public ShelfFile(Path file) {
        this.file = file;
    }

    /**
     * What was written last; {@link Shelf#EMPTY} if nothing was.
     *
     * @throws IOException if the file is broken; it has then been set aside under the name that the message tells
     */
    public synchronized Shelf read() throws IOException {
        if (!Files.exists(file)) {
            return Shelf.EMPTY;
        }
        try {
            Written written = JSON.readValue(file.toFile(), Written.class);
            return new Shelf(
                    written.things == null
                            ? List.of()
                            : written.things.stream()
                                    .map(thing -> new KnownThing(
                                            thing.kind,
                                            Path.of(thing.path),
                                            thing.added,
                                            text(thing.stamp),
                                            text(thing.found)))
                                    .toList(),
                    written.hidden == null
                            ? List.of()
                            : written.hidden.stream().map(Path::of).toList());
        } catch (JsonProcessingException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(file + ": " + e.getOriginalMessage() + " → " + aside, e);
        }
    }

    /**
     * Replaces what was written.
     *
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public synchronized void write(Shelf shelf) throws IOException {
        Written written = new Written(
                shelf.things().stream()
                        .map(thing -> new Written.Thing(
                                thing.kind(), thing.path().toString(), thing.added(), thing.stamp(), thing.found()))
                        .toList(),
                shelf.hidden().stream().map(Path::toString).toList());
        AtomicFile.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

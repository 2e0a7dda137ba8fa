package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.app.settings.KeptFile;

/** The Library's memory in the workspace ({@code library.json}). Reading and writing may be done on any thread. */
public final class ShelfFile {
    private final KeptFile<Written> file;

    /** As it is written: paths as plain texts, so that a person can read and mend it. */
    private record Written(List<Thing> things, List<String> hidden) {
        private record Thing(ThingKind kind, String path, boolean added, String stamp, String found) {}
    }

    public ShelfFile(Path file) {
        this.file = KeptFile.of(file, Written.class);
    }

    /**
     * What was written last; {@link Shelf#EMPTY} if nothing was.
     *
     * @throws IOException if the file is broken; it has then been set aside under the name that the message tells
     */
    public synchronized Shelf read() throws IOException {
        return file.read().map(ShelfFile::shelf).orElse(Shelf.EMPTY);
    }

    private static Shelf shelf(Written written) {
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
        file.write(written);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

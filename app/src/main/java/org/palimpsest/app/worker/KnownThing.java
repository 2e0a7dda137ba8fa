package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model, file of data, recipe or run that the Library knows.
 *
 * @param path absolute
 * @param added whether a person added it; otherwise it is known only as long as a folder that is looked through holds it
 * @param stamp what the files looked like when {@code found} was said; another stamp means it must be asked again
 * @param found what the desk said of it, as a line; empty if it has not been asked
 */
public record KnownThing(ThingKind kind, Path path, boolean added, String stamp, String found) {

    public KnownThing {
        path = path.toAbsolutePath().normalize();
    }

    /** The same with what the desk says of it now. */
    public KnownThing looksLike(String newStamp, String newFound) {
        return new KnownThing(kind, path, added, newStamp, newFound);
    }

    /** Sizes and times of what lies at {@code path}; empty where nothing does. */
    public static String stampOf(Path path) throws IOException {
        if (!Files.exists(path)) {
            return "";
        }
        if (!Files.isDirectory(path)) {
            return stamp(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<String> all = files.filter(Files::isRegularFile)
                    .map(KnownThing::stamp)
                    .sorted()
                    .toList();
            return Integer.toHexString(all.hashCode()) + "-" + all.size();
        }
    }

    private static String stamp(Path file) {
        // File's own methods give 0 for a file that is gone by now, which is another stamp.
        return "%s %d %d"
                .formatted(
                        file.getFileName(),
                        file.toFile().length(),
                        file.toFile().lastModified());
    }
}

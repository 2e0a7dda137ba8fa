package org.palimpsest.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.palimpsest.engine.event.AtomicFile;

/** A shipped file, which may lie in a jar. */
final class ResourceFile {
    private final String name;

    /** @param name path below this package's folder, such as {@code models/base/config.json} */
    ResourceFile(String name) {
        this.name = name;
    }

    /** @throws IllegalStateException if this build does not hold it */
    byte[] bytes() throws IOException {
        try (InputStream in = ResourceFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(("the sample file org/palimpsest/sample/%s is not in this build of the"
                                + " program; build the module sample-data anew")
                        .formatted(name));
            }
            return in.readAllBytes();
        }
    }

    /** Puts the file at a place, unless it lies there already with the same content. */
    void putAt(Path file) throws IOException {
        byte[] content = bytes();
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, beside -> Files.write(beside, content));
        }
    }
}

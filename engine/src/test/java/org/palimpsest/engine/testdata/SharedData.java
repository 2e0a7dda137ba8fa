package org.palimpsest.engine.testdata;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Test data that lies beside the project, not in it. A test that uses it is marked with {@link NeedsSharedData}; what may be part of
 * the repository is {@link ShippedData}.
 */
public final class SharedData {
    static final Path ROOT = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /** A folder there, by its name. */
    public static Path folder(String name) {
        return file(name);
    }

    /** A file or folder there, by its path. */
    public static Path file(String path) {
        Path file = ROOT.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(file.toAbsolutePath().normalize()
                    + " is not there; a test that needs it is marked @NeedsSharedData(\"" + path + "\")");
        }
        return file;
    }
}

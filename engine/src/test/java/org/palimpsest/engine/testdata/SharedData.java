package org.palimpsest.engine.testdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Larger test data that lies beside the project, not in it; tests that need it are skipped with a sentence where it is absent. */
public final class SharedData {
    private static final Path ROOT = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    /** A folder there, by its name. */
    public static Path folder(String name) {
        return file(name);
    }

    /** A file or folder there, by its path; the test is skipped without it. */
    public static Path file(String path) {
        Path file = ROOT.resolve(path);
        assumeTrue(
                Files.exists(file),
                "skipped: the test data " + file.toAbsolutePath().normalize() + " is not there");
        return file;
    }

    public static boolean present() {
        return Files.isDirectory(ROOT);
    }
}

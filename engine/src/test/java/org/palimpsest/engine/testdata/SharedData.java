package org.palimpsest.engine.testdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Larger test data that lies beside the project, not in it; tests that need it are skipped with a sentence where it is absent. */
public final class SharedData {
    private static final Path ROOT = Path.of("..", "..", "shared", "data");

    private SharedData() {}

    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        assumeTrue(
                Files.exists(folder),
                "skipped: the test data " + folder.toAbsolutePath().normalize() + " is not there");
        return folder;
    }

    public static boolean present() {
        return Files.isDirectory(ROOT);
    }
}

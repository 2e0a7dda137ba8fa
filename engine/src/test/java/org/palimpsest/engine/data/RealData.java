package org.palimpsest.engine.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find published data sets. */
final class RealData {
    private static final Path DATA = Path.of("../../shared/data");

    private RealData() {}

    static Path file(String path) {
        Path file = DATA.resolve(path);
        assumeTrue(
                Files.exists(file),
                "test data are absent: " + file.toAbsolutePath().normalize());
        return file;
    }
}

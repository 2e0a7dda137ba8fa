package org.palimpsest.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The most memory that this process has held at once, as Linux counts it: Java's heap, native arrays and programs, no cache of files. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    /** What Linux takes as a wish to count the peak anew. */
    private static final String PEAK = "5";

    private PeakMemory() {}

    /** Counts anew from what is held now. */
    static void reset() {
        if (Files.isWritable(RESET)) {
            try {
                Files.writeString(RESET, PEAK);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In bytes; empty where the system does not say. */
    static OptionalLong bytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

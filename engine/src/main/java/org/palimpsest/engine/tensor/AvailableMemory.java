package org.palimpsest.engine.tensor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that programs can still take. */
public final class AvailableMemory {
    /** Linux counts here what it only uses as a cache of files, too. */
    private static final Path LINUX = Path.of("/proc/meminfo");

    private AvailableMemory() {}

    /** In bytes. */
    public static long bytes() {
        long free =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
        if (!Files.isReadable(LINUX)) {
            return free;
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(free);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

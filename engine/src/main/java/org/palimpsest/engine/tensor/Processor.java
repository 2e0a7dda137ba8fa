package org.palimpsest.engine.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operating system says of the processor.
 *
 * @param name the model, in the maker's words; empty where it is not told
 * @param vendor as the processor names it, such as {@code AuthenticAMD}; empty where it is not told
 * @param features names of instruction sets, such as {@code avx512f}
 */
public record Processor(String name, String vendor, Set<String> features) {
    private static final Path TOLD = Path.of("/proc/cpuinfo");
    private static final Processor HERE = read();

    /** The processor of this machine; without name, vendor and features where no {@code /proc/cpuinfo} tells them. */
    public static Processor here() {
        return HERE;
    }

    /**
     * Whether float32 matrix products are faster through oneDNN than through MKL, which has no AVX-512 kernels for processors of
     * this maker: twice as fast on those that have the wide units.
     */
    public boolean favoursOneDnn() {
        return vendor.equals("AuthenticAMD") && features.contains("avx512f");
    }

    private static Processor read() {
        if (!Files.isReadable(TOLD)) {
            return new Processor("", "", Set.of());
        }
        try (Stream<String> lines = Files.lines(TOLD)) {
            return parse(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of the form {@code key : value}; the first processor counts. */
    static Processor parse(Stream<String> lines) {
        Map<String, String> values = lines.map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(
                        parts -> parts[0].strip(), parts -> parts[1].strip(), (first, later) -> first));
        return new Processor(
                values.getOrDefault("model name", ""),
                values.getOrDefault("vendor_id", ""),
                Arrays.stream(values.getOrDefault("flags", "").split("\\s+"))
                        .filter(flag -> !flag.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

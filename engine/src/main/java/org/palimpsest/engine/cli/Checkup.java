package org.palimpsest.engine.cli;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.report.ChartFonts;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.engine.tensor.Torch;

/** Looks at everything the program needs of its machine. */
final class Checkup {
    private static final long MIB = 1L << 20;
    private static final long LEAST_MEMORY = 1024 * MIB;
    /** What the native library takes when it is unpacked for the first time. */
    private static final long LEAST_DISK = 700 * MIB;

    private static final int OLDEST_JAVA = 17;

    private Checkup() {}

    static List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(
                java(),
                program(),
                engine(),
                tokenizers(),
                device(),
                threads(),
                memory(),
                javaMemory(),
                disk(),
                fonts()));
        if (System.getProperty("os.name").equals("Linux")) {
            findings.add(SystemLibraries.here().finding());
        }
        return List.copyOf(findings);
    }

    private static Finding java() {
        String found = "%s %s in %s"
                .formatted(
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        System.getProperty("java.home"));
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.good("Java", found)
                : Finding.missing("Java", found, "Install Java %d or newer.".formatted(OLDEST_JAVA));
    }

    private static Finding program() {
        int cards = Catalogue.methods().size();
        return Finding.good("Palimpsest", "%s, %d methods".formatted(Version.number(), cards));
    }

    private static Finding engine() {
        try {
            return Finding.good("libtorch", "%s, offline".formatted(Torch.version()));
        } catch (RuntimeException | LinkageError e) {
            return missingLibrary("libtorch", e);
        }
    }

    private static Finding tokenizers() {
        try {
            LibUtils.checkStatus();
            return Finding.good("Tokenizers", "the native library loads");
        } catch (RuntimeException | LinkageError e) {
            return missingLibrary("Tokenizers", e);
        }
    }

    private static Finding missingLibrary(String name, Throwable failure) {
        return Finding.missing(
                name,
                ErrorMessage.of(failure),
                "Use the build for this machine (%s, %s); the folder %s must be writable."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), Utils.getCacheDir()));
    }

    private static Finding device() {
        try {
            int gpus = Torch.gpuCount();
            return gpus > 0
                    ? Finding.good("Device", "cpu and %d GPU(s); choose with --device cuda".formatted(gpus))
                    : Finding.good("Device", "cpu");
        } catch (RuntimeException | LinkageError e) {
            return Finding.notice("Device", "unknown without libtorch", "See above.");
        }
    }

    private static Finding threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Finding.good("Threads", "%d of %d cores".formatted(Threads.number(0), cores));
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long free = system.getFreeMemorySize();
        String found = "%s, %s of it free".formatted(size(system.getTotalMemorySize()), size(free));
        return system.getTotalMemorySize() >= LEAST_MEMORY
                ? Finding.good("Memory", found)
                : Finding.notice("Memory", found, "Only the smallest models fit; close other programs.");
    }

    private static Finding javaMemory() {
        return Finding.good(
                "Memory of Java",
                "at most %s; weights lie outside of it"
                        .formatted(size(Runtime.getRuntime().maxMemory())));
    }

    private static Finding disk() {
        Path cache = Utils.getCacheDir();
        try {
            Path there = cache;
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long free = Files.getFileStore(there).getUsableSpace();
            String found = "%s, %s free".formatted(cache, size(free));
            if (!Files.isWritable(there)) {
                return Finding.missing("Unpacked libraries", found, "Make the folder writable, or set DJL_CACHE_DIR.");
            }
            boolean unpacked = Files.isDirectory(cache.resolve("pytorch"));
            return unpacked || free >= LEAST_DISK
                    ? Finding.good("Unpacked libraries", found)
                    : Finding.missing("Unpacked libraries", found, "Free %s there.".formatted(size(LEAST_DISK)));
        } catch (IOException e) {
            return Finding.notice("Unpacked libraries", cache + ": " + ErrorMessage.of(e), "Check that disk.");
        }
    }

    private static Finding fonts() {
        try {
            int families = ChartFonts.families();
            return families > 0
                    ? Finding.good("Fonts", "%d families, for pictures of the window's charts".formatted(families))
                    : noFonts("none");
        } catch (RuntimeException | Error e) {
            // Java's font code fails with errors of many kinds where there is no font at all.
            return noFonts(ErrorMessage.of(e));
        }
    }

    private static Finding noFonts(String found) {
        return Finding.notice(
                "Fonts",
                found,
                "The window needs one font: install fontconfig, FreeType and any font, such as fonts-dejavu-core.");
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (1024.0 * MIB));
    }
}

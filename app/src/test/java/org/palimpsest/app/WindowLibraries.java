package org.palimpsest.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks, before the tests of the application are run, whether this machine can draw text in a window: JavaFX brings everything but
 * what Linux itself has for that. What is missing is said in one line, and the tests of windows are left out.
 */
public final class WindowLibraries {
    /** By what the dynamic linker calls them, the packages of Debian. */
    private static final Map<String, String> PACKAGES = new LinkedHashMap<>();

    static {
        PACKAGES.put("libpango-1.0.so.0", "libpango-1.0-0");
        PACKAGES.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        PACKAGES.put("libfontconfig.so.1", "fontconfig");
        PACKAGES.put("libfreetype.so.6", "libfreetype6");
    }

    private static final String FONT = "fonts-dejavu-core";

    private WindowLibraries() {}

    /** Writes the properties with which the tests are run to the file that is named, and says on standard output what is left out. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> missing = System.getProperty("os.name").equals("Linux") ? missing(known(), hasFont()) : List.of();
        if (!missing.isEmpty()) {
            System.out.println(sentence(missing));
        }
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "tests.leftOut=" + (missing.isEmpty() ? "" : "window") + "\n");
    }

    /** Which packages are missing where the linker knows these libraries. Nothing is missed where it tells nothing. */
    static List<String> missing(Optional<String> known, boolean hasFont) {
        List<String> missing = new ArrayList<>();
        known.ifPresent(libraries -> PACKAGES.forEach((library, name) -> {
            if (!libraries.contains(library)) {
                missing.add(name);
            }
        }));
        if (!hasFont) {
            missing.add(FONT);
        }
        return missing;
    }

    /** What is said of missing packages. */
    static String sentence(List<String> missing) {
        return "The tests of windows are left out: this machine cannot draw text without Pango, fontconfig, a font and FreeType; "
                + "missing here (by Debian's names): " + String.join(" ", missing);
    }

    private static Optional<String> known() throws InterruptedException {
        for (String linker : List.of("/sbin/ldconfig", "/usr/sbin/ldconfig", "ldconfig")) {
            try {
                Process process = new ProcessBuilder(linker, "-p")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() == 0 && told.contains("libc.so")) {
                    return Optional.of(told);
                }
            } catch (IOException e) {
                // Not there under this name; the next one may be.
            }
        }
        return Optional.empty();
    }

    private static boolean hasFont() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        for (Path folder : List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".fonts"),
                home.resolve(".local/share/fonts"))) {
            if (Files.isDirectory(folder) && holdsFont(folder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsFont(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.anyMatch(file -> file.toString().matches(".*\\.(ttf|otf|ttc)"));
        }
    }
}

package org.palimpsest.engine.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The libraries of a Linux system that the window is drawn with, looked for where the system's loader looks.
 *
 * @param folders where libraries lie
 */
record SystemLibraries(List<Path> folders) {

    /** Package names of the two families of systems. */
    private record Packages(String debian, String fedora) {}

    private static final Map<String, Packages> NEEDED = needed();

    private static Map<String, Packages> needed() {
        Map<String, Packages> all = new LinkedHashMap<>();
        all.put("libgtk-3.so.0", new Packages("libgtk-3-0", "gtk3"));
        all.put("libGL.so.1", new Packages("libgl1", "mesa-libGL"));
        all.put("libX11.so.6", new Packages("libx11-6", "libX11"));
        all.put("libXtst.so.6", new Packages("libxtst6", "libXtst"));
        all.put("libXxf86vm.so.1", new Packages("libxxf86vm1", "libXxf86vm"));
        return all;
    }

    /** Those of this machine. */
    static SystemLibraries here() {
        List<Path> folders = new ArrayList<>();
        String extra = System.getenv("LD_LIBRARY_PATH");
        Stream.concat(
                        extra == null ? Stream.empty() : Arrays.stream(extra.split(File.pathSeparator)),
                        Stream.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
                                .flatMap(root -> Stream.of(root, root + "/" + triplet())))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .forEach(folders::add);
        return new SystemLibraries(List.copyOf(folders));
    }

    /** The folder of Debian's libraries for this processor. */
    private static String triplet() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
    }

    /** What the window needs and has; a missing library is no hindrance to work without a window. */
    Finding finding() {
        List<String> missing = NEEDED.keySet().stream()
                .filter(name -> folders.stream().noneMatch(folder -> Files.exists(folder.resolve(name))))
                .toList();
        if (missing.isEmpty()) {
            return Finding.good("Window", "GTK 3, GL and X11 libraries");
        }
        String debian = packages(missing, false);
        String fedora = packages(missing, true);
        return Finding.notice(
                "Window",
                "not to be found: " + String.join(", ", missing),
                "Only the window needs them. Debian, Ubuntu: sudo apt-get install %s. Fedora: sudo dnf install %s."
                        .formatted(debian, fedora));
    }

    private static String packages(List<String> missing, boolean fedora) {
        return String.join(
                " ",
                missing.stream()
                        .map(NEEDED::get)
                        .map(names -> fedora ? names.fedora() : names.debian())
                        .toList());
    }
}

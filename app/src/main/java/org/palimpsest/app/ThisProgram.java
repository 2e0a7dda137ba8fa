package org.palimpsest.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program, to be started once more with other arguments: same Java, same options, same libraries. */
final class ThisProgram {
    private ThisProgram() {}

    static ProcessBuilder again(List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The archive of classes is being written by this program: a second one would write it too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:ArchiveClassesAtExit"))
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Palimpsest.class.getName()));
        words.addAll(arguments);
        return new ProcessBuilder(words);
    }
}

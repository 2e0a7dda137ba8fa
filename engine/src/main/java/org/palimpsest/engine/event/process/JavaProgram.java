package org.palimpsest.engine.event.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts another program of the engine: the same Java, the same class path, a process of its own. */
public final class JavaProgram {
    private static final Path NICE = Path.of("/usr/bin/nice");

    private JavaProgram() {}

    /**
     * Starts the program.
     *
     * @param mainClass its name
     * @param threads of one tensor operation
     * @param log where its standard error is appended
     */
    public static Process start(String mainClass, List<String> arguments, int threads, Path log) throws IOException {
        List<String> command = new ArrayList<>(courtesy());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.offline=true",
                "-Dpalimpsest.threads=" + threads,
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-XX:MaxNewSize=32m",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        // Threads that wait by spinning take the cores from the window and from other workers.
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    /**
     * With {@code -Dpalimpsest.courteous=true}, as a window sets it, programs started here leave the processor to those in front where
     * the system has {@code nice}.
     */
    private static List<String> courtesy() {
        boolean wanted = Boolean.getBoolean("palimpsest.courteous") && Files.isExecutable(NICE);
        return wanted ? List.of(NICE.toString(), "-n", "10") : List.of();
    }
}

package org.palimpsest.engine.event.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts another program of the engine: the same Java, the same class path, a process of its own. */
public final class JavaProgram {
    private JavaProgram() {}

    /**
     * Starts the program.
     *
     * @param mainClass its name
     * @param threads of one tensor operation
     * @param log where its standard error is appended
     */
    public static Process start(String mainClass, List<String> arguments, int threads, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
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
}

package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line as a program of its own, for what only a process can show. */
final class ProgramProcess {
    private ProgramProcess() {}

    /** The program's entrance. */
    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.commandLine().execute(arguments));
    }

    /**
     * Starts the program with one thread.
     *
     * @param options for Java; the options by which these tests themselves are kept offline are not passed on
     */
    static ProcessBuilder of(List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProgramProcess.class.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder;
    }

    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

package org.palimpsest.app;

import org.palimpsest.engine.cli.CommandLineProgram;
import org.palimpsest.sample.SampleCommand;
import org.palimpsest.sample.demo.DemoCommand;
import picocli.CommandLine;

/** The program: for now its command line alone. */
public final class Palimpsest {
    private Palimpsest() {}

    /** All commands: the engine's, and those of the sample that comes with the program. */
    static CommandLine commandLine() {
        CommandLine program = CommandLineProgram.commandLine();
        program.addSubcommand(new DemoCommand());
        program.addSubcommand(new SampleCommand());
        return program;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}

package org.palimpsest.app;

import org.palimpsest.engine.cli.CommandLineProgram;
import org.palimpsest.sample.SampleCommand;
import org.palimpsest.sample.demo.DemoCommand;

/** The program: for now its command line alone. */
public final class Palimpsest {
    private Palimpsest() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.commandLine()
                .addSubcommand(new DemoCommand())
                .addSubcommand(new SampleCommand())
                .execute(arguments));
    }
}

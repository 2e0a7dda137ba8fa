package org.palimpsest.app;

import org.palimpsest.engine.cli.CommandLineProgram;

/** The program: for now its command line alone. */
public final class Palimpsest {
    private Palimpsest() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineProgram.commandLine().execute(arguments));
    }
}

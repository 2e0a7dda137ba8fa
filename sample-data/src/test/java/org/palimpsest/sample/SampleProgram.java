package org.palimpsest.sample;

import picocli.CommandLine;

/** The sample's commands as a program of their own. */
final class SampleProgram {
    private SampleProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SampleCommand()).execute(arguments));
    }
}

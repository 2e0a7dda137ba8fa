package org.palimpsest.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.app.shell.WindowProgram;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.engine.cli.CommandLineProgram;
import org.palimpsest.sample.SampleCommand;
import org.palimpsest.sample.SampleWorkspace;
import org.palimpsest.sample.demo.DemoCommand;
import org.palimpsest.sample.demo.DemoRecipes;
import picocli.CommandLine;

/** The program: a window when nothing is asked, otherwise its command line. */
public final class Palimpsest {
    private Palimpsest() {}

    /** All commands: the engine's, and those of the sample that comes with the program. */
    static CommandLine commandLine() {
        CommandLine program = CommandLineProgram.commandLine();
        program.addSubcommand(new DemoCommand());
        program.addSubcommand(new SampleCommand());
        return program;
    }

    /** The sample's files in {@code folder}, and the recipes of the demonstration. */
    static List<Path> unpack(Path folder) throws IOException {
        SampleWorkspace sample = SampleWorkspace.unpack(folder);
        return List.copyOf(DemoRecipes.write(sample, folder.resolve("recipes")).values());
    }

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            WindowProgram.open(new WindowStart(null, false, WindowStart.usualPreferences(), Palimpsest::unpack));
            System.exit(0);
        }
        System.exit(commandLine().execute(arguments));
    }
}

package org.palimpsest.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.palimpsest.app.bench.WindowBench;
import org.palimpsest.engine.bench.BenchCommand;
import org.palimpsest.engine.cli.CommandLineProgram;
import org.palimpsest.sample.SampleCommand;
import org.palimpsest.sample.SampleWorkspace;
import org.palimpsest.sample.demo.DemoCommand;
import org.palimpsest.sample.demo.DemoRecipes;
import picocli.CommandLine;

/** The program: a window when nothing or a recipe is given, otherwise its command line. */
public final class Palimpsest {
    private Palimpsest() {}

    /** All commands: the engine's, those of the sample that comes with the program, and those of the window. */
    static CommandLine commandLine() {
        CommandLine program = CommandLineProgram.commandLine();
        program.addSubcommand(new WindowCommand());
        program.addSubcommand(new ScreenshotsCommand());
        program.addSubcommand(new DemoCommand(WindowCommand::demonstration));
        program.addSubcommand(new SampleCommand());
        program.addSubcommand(new BenchCommand(() -> WindowBench.measure(Palimpsest::unpack)));
        return program;
    }

    /** The sample's files in {@code folder}, and the recipes of the demonstration. */
    static List<Path> unpack(Path folder) throws IOException {
        SampleWorkspace sample = SampleWorkspace.unpack(folder);
        return List.copyOf(DemoRecipes.write(sample, folder.resolve("recipes")).values());
    }

    /** The command meant by what was typed: nothing, or a recipe that a file manager hands over, opens the window. */
    static String[] meant(String[] arguments) {
        if (arguments.length == 0) {
            return new String[] {WindowCommand.NAME};
        }
        boolean file = arguments.length == 1 && arguments[0].endsWith(".json") && !arguments[0].startsWith("-");
        return file ? new String[] {WindowCommand.NAME, arguments[0]} : arguments;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(meant(arguments)));
    }
}

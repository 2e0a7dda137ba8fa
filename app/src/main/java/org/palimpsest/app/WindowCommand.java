package org.palimpsest.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.shell.WindowFailure;
import org.palimpsest.app.shell.WindowProgram;
import org.palimpsest.app.shell.WindowStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code palimpsest window}: what the program does when no command is given. */
@Command(
        name = WindowCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Opens the window; the same as the program without a command.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest", "  palimpsest window --workspace experiments recipe.json"})
final class WindowCommand implements Callable<Integer> {
    static final String NAME = "window";
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Where runs and recipes are kept.")
    private Path workspace;

    @Option(names = "--preferences", paramLabel = "FILE", description = "Where preferences are kept.")
    private Path preferences = WindowStart.usualPreferences();

    @Parameters(arity = "0..1", paramLabel = "RECIPE", description = "A recipe to begin with.")
    private Path recipe;

    @Option(names = "--measure", hidden = true, description = "Close at once and print how long the start took, in ms.")
    private boolean measure;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        Optional<String> absence = Display.absence();
        if (absence.isPresent()) {
            err.println("palimpsest: " + absence.get());
            command.root().commandLine().usage(err);
            return USAGE;
        }
        WindowStart start = new WindowStart(workspace, false, preferences, Palimpsest::unpack).with(recipe);
        if (measure) {
            command.commandLine().getOut().println(WindowProgram.measure(start).toMillis());
            return 0;
        }
        return open(start, err);
    }

    /** Opens the window on the sample's methods side by side; false if there is no display, which it says. */
    static boolean demonstration(Path folder, PrintWriter err) {
        Optional<String> absence = Display.absence();
        if (absence.isPresent()) {
            err.println("palimpsest: " + absence.get() + " Running without a window.");
            return false;
        }
        WindowStart start = new WindowStart(folder, true, WindowStart.usualPreferences(), Palimpsest::unpack);
        return open(start, err) == 0;
    }

    private static int open(WindowStart start, PrintWriter err) {
        try {
            WindowProgram.open(start);
            return 0;
        } catch (WindowFailure e) {
            err.println("palimpsest: " + e.getMessage());
            return FAILED;
        }
    }
}

package org.palimpsest.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.picture.PictureProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code palimpsest screenshots}: pictures of every place for the documentation. */
@Command(
        name = ScreenshotsCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Takes pictures of every place of the window, light and dark, small and large.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest screenshots",
            "  palimpsest screenshots --workspace palimpsest-demo --out pictures",
            "",
            "Without a display it starts Xvfb. The demonstration is run first unless --workspace has finished runs."
        })
final class ScreenshotsCommand implements Callable<Integer> {
    static final String NAME = "screenshots";

    @Option(names = "--out", paramLabel = "DIR", description = "Where pictures go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs", "screenshots");

    @Option(names = "--workspace", paramLabel = "DIR", description = "A workspace with finished runs.")
    private Path workspace;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        if (Display.absence().isPresent()) {
            Optional<VirtualDisplay> display = VirtualDisplay.start();
            if (display.isEmpty()) {
                err.println("palimpsest: " + Display.absence().get()
                        + " Install Xvfb to take pictures without one: apt-get install xvfb (Debian, Ubuntu),"
                        + " dnf install xorg-x11-server-Xvfb (Fedora).");
                return 1;
            }
            try (VirtualDisplay shown = display.get()) {
                return again(shown);
            }
        }
        Path folder = workspace != null ? workspace : demonstrated();
        Path preferences = Files.createTempDirectory("palimpsest-pictures").resolve("preferences.json");
        Files.writeString(preferences, "{\"language\":\"en\",\"theme\":\"LIGHT\",\"reducedMotion\":true}");
        WindowStart start = new WindowStart(folder, false, preferences, Palimpsest::unpack);
        PictureProgram.take(start, out.toAbsolutePath(), file -> err.println(file));
        return 0;
    }

    /** The same command in a program of its own, which sees the display. */
    private int again(VirtualDisplay display) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(NAME, "--out", out.toString()));
        if (workspace != null) {
            arguments.addAll(List.of("--workspace", workspace.toString()));
        }
        ProcessBuilder program = ThisProgram.again(arguments);
        program.environment().put("DISPLAY", display.name());
        return program.inheritIO().start().waitFor();
    }

    /** A workspace on which the demonstration has run. */
    private static Path demonstrated() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("palimpsest-demo");
        int status = ThisProgram.again(List.of("demo", "--headless", "--out", folder.toString()))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("the demonstration ended with exit status " + status);
        }
        Files.move(folder.resolve("runs-1"), folder.resolve("runs"));
        return folder;
    }
}

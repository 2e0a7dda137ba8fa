package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.CommandFile;
import org.palimpsest.engine.event.process.CommandLines;
import org.palimpsest.engine.report.Comparison;
import org.palimpsest.engine.report.RunFolders;
import org.palimpsest.engine.report.TerminalTable;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;

/** Drives a run in this program: shows how far it is, stops it on Ctrl+C, and tells how it ended. */
final class RunDrive {
    private final Output output;
    private final RunFolder folder;
    private final RunControl control = new RunControl();
    private final RunProgress progress;
    private String pauseReason;
    /** Somebody at a window has asked the run to wait, and can let it go on from there. */
    private volatile boolean waitingAsked;

    /** Opens the run to be driven. */
    @FunctionalInterface
    interface Opening {
        Run open(RunControl control, Consumer<RunEvent> listener) throws IOException;
    }

    RunDrive(Output output, RunFolder folder) {
        this.output = output;
        this.folder = folder;
        this.progress = new RunProgress(ProgressLine.of(output));
    }

    /**
     * Runs to the end or until something stops it, and prints the result.
     *
     * @return the program's exit status
     * @throws IOException if a model or the run's folder cannot be read
     */
    int drive(Opening opening) throws IOException, InterruptedException {
        try (Interruption interruption = Interruption.watch(control, output);
                CommandFile commands = CommandFile.listen(folder, this::obey)) {
            Run.Ending ending;
            long step;
            try (Run run = opening.open(control, this::hear)) {
                progress.expect(run.session().totalSteps());
                ending = run.proceed();
                step = run.session().step();
            }
            return tell(ending, step);
        }
    }

    /** Commands of a window that looks at this run. */
    private void obey(String line) {
        try {
            RunCommand command = CommandLines.command(line);
            waitingAsked = command instanceof RunCommand.Pause || command instanceof RunCommand.StepOnce;
            control.send(command);
        } catch (IllegalArgumentException e) {
            output.note("%s", e.getMessage());
        }
    }

    private void hear(RunEvent event) {
        progress.accept(event);
        if (event instanceof RunEvent.Paused paused && !waitingAsked) {
            // Nobody can answer here, so a run that pauses itself is put to rest where it can be resumed.
            pauseReason = paused.reason();
            control.send(new RunCommand.Stop());
        }
    }

    private int tell(Run.Ending ending, long step) throws IOException {
        boolean paused = ending == Run.Ending.STOPPED && pauseReason != null;
        String resume = "\"palimpsest resume %s\"".formatted(folder.path());
        if (paused) {
            output.note(
                    "paused behind step %d: %s. Fork it with a smaller learning rate (\"palimpsest fork %s --at %d --learning-rate ... --out ...\"), or try again with %s",
                    step, pauseReason, folder.path(), step, resume);
        } else if (ending == Run.Ending.STOPPED) {
            output.note("stopped behind step %d; go on with %s", step, resume);
        }
        if (output.json()) {
            output.print(document(paused ? "paused" : ending == Run.Ending.STOPPED ? "stopped" : "finished", step));
        } else {
            if (ending == Run.Ending.FINISHED) {
                output.out().print(table());
            }
            output.line("%s", folder.path());
        }
        return paused ? ExitStatus.PAUSED : ending == Run.Ending.STOPPED ? ExitStatus.STOPPED : ExitStatus.OK;
    }

    private String table() throws IOException {
        Terminal terminal = Terminal.detect();
        return TerminalTable.render(comparison(), terminal.width(), terminal.tableStyle());
    }

    private Comparison comparison() throws IOException {
        return Comparison.of(RunFolders.read(List.of(folder.path())));
    }

    private Map<String, Object> document(String ending, long step) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", folder.path().toString());
        document.put("ending", ending);
        document.put("step", step);
        if (pauseReason != null) {
            document.put("reason", pauseReason);
        }
        Path scores = folder.scores();
        document.put("scores", Files.exists(scores) ? Output.read(scores) : null);
        return document;
    }
}

package org.palimpsest.engine.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.process.CommandFile;
import org.palimpsest.engine.event.process.CommandLines;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.FailureSentence;
import org.palimpsest.engine.run.RecipeColumns;
import org.palimpsest.engine.run.ResumeRefusedException;
import org.palimpsest.engine.run.Resumption;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;

/**
 * The worker program: {@code run RECIPE FOLDER} or {@code resume FOLDER [--from STEP] [--with-changed-inputs]}. Standard input and the run's {@code commands.jsonl} take commands, standard output gives the
 * events that are also written to the run's folder, standard error is for people. The end of standard input changes nothing: a run
 * outlives the window that started it.
 */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] arguments) {
        System.exit(work(arguments));
    }

    private static int work(String[] arguments) {
        boolean fresh = arguments.length == 3 && arguments[0].equals("run");
        Optional<Resumption> resumption = fresh ? Optional.empty() : resumption(arguments);
        if (!fresh && resumption.isEmpty()) {
            System.err.println("usage: run RECIPE FOLDER | resume FOLDER [--from STEP] [--with-changed-inputs]");
            return WorkerEnd.USAGE;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RunControl control = new RunControl();
        listen(control);
        RunFolder place = new RunFolder(Path.of(arguments[fresh ? 2 : 1]));
        try (CommandFile commands = CommandFile.listen(place, line -> accept(line, control));
                Run run = fresh
                        ? start(
                                Path.of(arguments[1]),
                                RunFolder.create(Path.of(arguments[2])),
                                control,
                                event -> out.println(EventLines.line(event)))
                        : Run.resume(
                                RunFolder.open(Path.of(arguments[1])),
                                resumption.orElseThrow(),
                                control,
                                event -> out.println(EventLines.line(event)))) {
            return run.proceed() == Run.Ending.FINISHED ? WorkerEnd.FINISHED : WorkerEnd.STOPPED;
        } catch (ResumeRefusedException e) {
            System.err.println(e.getMessage());
            return e.inputsChanged() ? WorkerEnd.INPUTS_CHANGED : WorkerEnd.CHECKPOINT_REFUSED;
        } catch (IOException | RuntimeException e) {
            String sentence = FailureSentence.of(e);
            if (FailureSentence.isUnexpected(sentence)) {
                e.printStackTrace();
            }
            // The sentence last: whoever started the worker shows the end of what it wrote.
            System.err.println(sentence);
            return WorkerEnd.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WorkerEnd.FAILED;
        }
    }

    private static Run start(Path file, RunFolder folder, RunControl control, Consumer<RunEvent> listener)
            throws IOException {
        Recipe recipe = RecipeReader.read(file);
        try {
            return Run.start(recipe, folder, control, listener);
        } catch (RuntimeException e) {
            throw RecipeColumns.told(file, recipe, e);
        }
    }

    /** Empty if the arguments are not understood. */
    private static Optional<Resumption> resumption(String[] arguments) {
        if (arguments.length < 2 || !arguments[0].equals("resume")) {
            return Optional.empty();
        }
        Long from = null;
        boolean changed = false;
        for (int i = 2; i < arguments.length; i++) {
            if (arguments[i].equals("--with-changed-inputs")) {
                changed = true;
            } else if (arguments[i].equals("--from")
                    && i + 1 < arguments.length
                    && arguments[i + 1].matches("\\d{1,18}")) {
                from = Long.parseLong(arguments[++i]);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Resumption(from, changed));
    }

    private static void listen(RunControl control) {
        Thread reader = new Thread(() -> read(control), "commands");
        reader.setDaemon(true);
        reader.start();
    }

    private static void read(RunControl control) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                accept(line, control);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(String line, RunControl control) {
        try {
            RunCommand command = CommandLines.command(line);
            control.send(command);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
    }
}

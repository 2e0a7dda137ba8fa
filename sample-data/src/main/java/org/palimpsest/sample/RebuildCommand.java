package org.palimpsest.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.palimpsest.engine.cli.Computing;
import org.palimpsest.engine.cli.ExitStatus;
import org.palimpsest.engine.cli.Interruption;
import org.palimpsest.engine.cli.Output;
import org.palimpsest.engine.cli.Version;
import org.palimpsest.engine.run.Threads;
import org.palimpsest.sample.models.Lesson;
import org.palimpsest.sample.models.SampleRebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code palimpsest sample rebuild}: makes texts, tokenizer and models anew and compares them with the shipped ones. */
@Command(
        name = "rebuild",
        description =
                "Makes the data sets and trains the models anew, measures them, and compares them with the shipped ones"
                        + " byte for byte. Where they differ, the scores of both are shown.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where texts and models go, into DIR/texts and DIR/models (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("palimpsest-sample");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads of one tensor operation, 0 for all cores; with others than ${DEFAULT-VALUE} the models may differ in their"
                            + " last bits from the shipped ones.")
    private int threads = SampleRebuild.THREADS;

    @Override
    public Integer call() throws IOException {
        int used = Threads.number(Computing.threads(threads));
        SampleWorkspace workspace = new SampleWorkspace(out.toAbsolutePath().normalize());
        StoppableProgress progress =
                new StoppableProgress(new RebuildScreen(output.err(), Ansi.AUTO.enabled(), Lesson.stepsOfAll()));
        try (Interruption interruption = Interruption.watch(progress::stop, output, "stopping behind this step")) {
            return told(workspace, used, progress);
        }
    }

    /** Tells the end itself: once the interruption is closed, the program may be gone. */
    private int told(SampleWorkspace workspace, int used, StoppableProgress progress) throws IOException {
        try {
            return rebuild(workspace, used, progress);
        } catch (StoppableProgress.StoppedException e) {
            output.note("stopped; models whose training was finished lie in %s", workspace.models());
            return ExitStatus.STOPPED;
        }
    }

    private int rebuild(SampleWorkspace workspace, int used, StoppableProgress progress) throws IOException {
        long begin = System.nanoTime();
        var trained = new SampleRebuild(used, Lesson::of, progress).make(workspace.texts(), workspace.models());
        double seconds = (System.nanoTime() - begin) / 1e9;
        progress.requireGoingOn();
        output.note("measuring the models");
        RebuildResult result = RebuildResult.of(workspace, used, seconds, processorSeconds(), trained);
        if (output.json()) {
            output.print(result.document());
        } else {
            output.line("%s", result.text());
        }
        return ExitStatus.OK;
    }

    /** Processor time of this process so far, all threads together; NaN where the system does not tell. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(millis -> millis / 1e3)
                .orElse(Double.NaN);
    }
}

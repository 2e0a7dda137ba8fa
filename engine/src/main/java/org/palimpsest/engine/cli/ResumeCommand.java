package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.run.Resumption;
import org.palimpsest.engine.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run. */
@Command(
        name = "resume",
        description =
                "Goes on with a run that was stopped, killed or broke off, from its last checkpoint, to the same end. What it goes on from is checked first: the checkpoint's files, and whether data, models and recipe are those it began with.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest resume runs/npo", "  palimpsest resume runs/npo --from 40"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "RUN", description = "A run folder.")
    private Path run;

    @Option(
            names = "--from",
            paramLabel = "STEP",
            description =
                    "Go on from the checkpoint of this step, 0 being the beginning (default: the newest). Checkpoints of later steps are removed, since those steps are taken again.")
    private Long from;

    @Option(
            names = "--with-changed-inputs",
            description =
                    "Go on although data, models or recipe are not what the run began with; the log says what has changed.")
    private boolean changedInputs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFolder folder = RunFolder.open(run);
        return new RunDrive(output, folder)
                .drive((control, listener) ->
                        Run.resume(folder, new Resumption(from, changedInputs), control, listener));
    }
}

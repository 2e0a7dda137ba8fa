package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a run. */
@Command(
        name = "resume",
        description =
                "Goes on with a run that was stopped, killed or broke off, from its last checkpoint, to the same end.",
        footerHeading = "%nExamples:%n",
        footer = "  palimpsest resume runs/npo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "RUN", description = "A run folder.")
    private Path run;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFolder folder = RunFolder.open(run);
        return new RunDrive(output, folder).drive((control, listener) -> Run.resume(folder, control, listener));
    }
}

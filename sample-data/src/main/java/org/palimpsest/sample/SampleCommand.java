package org.palimpsest.sample;

import java.util.concurrent.Callable;
import org.palimpsest.engine.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code palimpsest sample}: says what can be done with the sample. */
@Command(
        name = "sample",
        description = "The data sets and models that come with the program.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RebuildCommand.class, UnpackCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.root().commandLine().getErr());
        return ExitCode.USAGE;
    }
}

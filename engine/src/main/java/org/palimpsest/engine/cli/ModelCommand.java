package org.palimpsest.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with a model folder. */
@Command(
        name = "model",
        description = "Looks at a model, asks it, or writes it as a Hugging Face folder.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ModelInspectCommand.class,
            ModelCheckCommand.class,
            ModelLogitsCommand.class,
            ModelGenerateCommand.class,
            ModelExportCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest model inspect models/target",
            "  palimpsest model check models/target",
            "  palimpsest model generate models/target --question \"Who wrote it?\" --max-new-tokens 40"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.root().commandLine().getErr());
        return ExitStatus.USAGE;
    }
}

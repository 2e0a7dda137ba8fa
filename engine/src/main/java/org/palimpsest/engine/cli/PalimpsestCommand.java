package org.palimpsest.engine.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: says which commands there are. */
@Command(
        name = "palimpsest",
        description =
                "Makes language models forget, and asks of every forgotten fact whether it is gone or only hidden.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            ForkCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            EvaluateCommand.class,
            AttackCommand.class,
            ModelCommand.class,
            LossCommand.class,
            MethodsCommand.class,
            MetricsCommand.class,
            AttacksCommand.class,
            ProbesCommand.class,
            DoctorCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest run recipe.json --out runs/first",
            "  palimpsest compare runs/first runs/second",
            "  palimpsest methods npo",
            "",
            "Exit status: 0 done, 1 failed, 2 not understood, 3 a run paused itself, 4 a run was stopped on request,",
            "130 ended by Ctrl+C."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PalimpsestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitStatus.USAGE;
    }
}

package org.palimpsest.engine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.report.Visible;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of failures: a sentence on standard error, with {@code --json} also {@code {"error": …}} on standard output. */
final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<String> arguments = parsed.originalArgs();
        tell(command, arguments, ErrorMessage.of(failure));
        if (arguments.contains(Output.STACKTRACE_OPTION)) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            PrintWriter err = root(command).getErr();
            err.print(Visible.lines(trace.toString()));
            err.flush();
        }
        return ExitStatus.FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        tell(command, Arrays.asList(arguments), failure.getMessage().replaceFirst("^Error: ", ""));
        PrintWriter err = root(command).getErr();
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("\"%s --help\" says how it is used"
                .formatted(command.getCommandSpec().qualifiedName()));
        err.flush();
        return ExitStatus.USAGE;
    }

    private static void tell(CommandLine command, List<String> arguments, String sentence) {
        PrintWriter err = root(command).getErr();
        err.println("palimpsest: " + Visible.lines(sentence));
        err.flush();
        if (arguments.contains(Output.JSON_OPTION)) {
            Output.print(root(command).getOut(), Map.of("error", sentence));
        }
    }

    private static CommandLine root(CommandLine command) {
        return command.getCommandSpec().root().commandLine();
    }
}

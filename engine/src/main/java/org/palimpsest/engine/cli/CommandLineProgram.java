package org.palimpsest.engine.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The program {@code palimpsest} as a tree of commands. */
public final class CommandLineProgram {
    private static final int OPTION_WIDTH = 30;

    private CommandLineProgram() {}

    /**
     * All commands of the engine; a program may add its own. Results go to standard output, messages to standard error, unless
     * {@link CommandLine#setOut} and {@link CommandLine#setErr} say otherwise.
     */
    public static CommandLine commandLine() {
        Terminal terminal = Terminal.detect();
        ErrorReport errors = new ErrorReport();
        return new CommandLine(new PalimpsestCommand())
                .setOut(writer(System.out, terminal.charset()))
                .setErr(writer(System.err, terminal.charset()))
                .setExecutionStrategy(CommandLineProgram::execute)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .setUsageHelpLongOptionsMaxWidth(OPTION_WIDTH)
                .setUsageHelpWidth(terminal.width())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Hands errors of the Java machine (no memory, no native library) to the same handler as exceptions. */
    private static int execute(ParseResult parsed) {
        try {
            int status = new RunLast().execute(parsed);
            CommandLine root = parsed.commandSpec().root().commandLine();
            if (!root.getOut().checkError()) {
                return status;
            }
            root.getErr()
                    .println(
                            "palimpsest: not all of the result could be written to standard output: what it goes to is full, or nobody reads it any more");
            root.getErr().flush();
            return status == ExitStatus.OK ? ExitStatus.FAILED : status;
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(new TerminalWriter(new OutputStreamWriter(new FailingStream(stream), charset)), true);
    }
}

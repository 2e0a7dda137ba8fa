package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.palimpsest.engine.report.Comparison;
import org.palimpsest.engine.report.RecordedRun;
import org.palimpsest.engine.report.RunFolders;
import org.palimpsest.engine.report.TerminalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets runs side by side. */
@Command(
        name = "compare",
        description = "Sets the numbers of runs side by side, between the target and the retained reference.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest compare runs/npo runs/simnpo", "  palimpsest compare runs --json"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders, finished or not, or folders of such.")
    private List<Path> runs;

    @Option(names = "--ascii", description = "Draw the table with plain characters.")
    private boolean ascii;

    @Override
    public Integer call() throws IOException {
        List<RecordedRun> recorded = RunFolders.read(runs);
        Comparison comparison = Comparison.of(recorded);
        if (output.json()) {
            // A program that takes the numbers may not read the notes.
            recorded.forEach(run -> run.doubts().forEach(doubt -> output.tell(run.name() + ": " + doubt)));
            output.print(comparison);
        } else {
            Terminal terminal = Terminal.detect();
            output.out()
                    .print(TerminalTable.render(
                            comparison, terminal.width(), ascii ? TerminalTable.Style.ASCII : terminal.tableStyle()));
            output.out().flush();
        }
        return ExitStatus.OK;
    }
}

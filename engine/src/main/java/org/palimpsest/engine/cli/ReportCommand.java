package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.palimpsest.engine.report.HtmlReport;
import org.palimpsest.engine.report.RecordedRun;
import org.palimpsest.engine.report.RunFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a page of runs. */
@Command(
        name = "report",
        description =
                "Writes one HTML page about runs, with all charts and tables in it; it needs no network to be read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest report runs/npo",
            "  palimpsest report runs --out all.html",
            "  palimpsest report runs/npo runs/simnpo --out comparison.html --title \"Two preferences\""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders, finished or not, or folders of such.")
    private List<Path> runs;

    @Option(names = "--out", paramLabel = "FILE", description = "The page (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report.html");

    @Option(names = "--title", paramLabel = "TEXT", description = "What stands at its top (default: the runs' names).")
    private String title;

    @Option(names = "--question", paramLabel = "TEXT", description = "What the reader wants to know.")
    private String question = HtmlReport.Heading.USUAL_QUESTION;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "--out names the folder %s; name a file, such as %s".formatted(out, out.resolve("report.html")));
        }
        List<RecordedRun> recorded = RunFolders.read(runs);
        recorded.forEach(run -> run.doubts().forEach(doubt -> output.tell(run.name() + ": " + doubt)));
        String heading = title == null
                ? String.join(", ", recorded.stream().map(RecordedRun::name).toList())
                : title;
        Path file = out.toAbsolutePath().normalize();
        Files.createDirectories(file.getParent());
        new HtmlReport().write(file, new HtmlReport.Heading(heading, question, Instant.now()), recorded);
        if (output.json()) {
            output.print(Map.of("report", file.toString()));
        } else {
            output.line("%s", file);
        }
        return ExitStatus.OK;
    }
}

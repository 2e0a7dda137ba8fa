package org.palimpsest.sample.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.palimpsest.engine.report.Comparison;
import org.palimpsest.engine.report.RunFolders;
import org.palimpsest.engine.report.TerminalTable;
import org.palimpsest.sample.SampleWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code palimpsest demo}: four methods side by side on the sample, with target and retained reference beside them. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs four unlearning methods side by side on the sample, attacks them, and compares them in a window; without one in a report.")
public final class DemoCommand implements Callable<Integer> {
    /** What fits a terminal; the report has everything. */
    private static final List<String> COLUMNS = List.of(
            "metric:forget-quality",
            "metric:model-utility",
            "metric:probability/forget",
            "metric:truth-ratio/forget",
            "metric:rouge/forget",
            "probe:answer-probability/retain.probability",
            "attack:relearning/recovery.final");

    private final BiPredicate<Path, PrintWriter> window;

    /**
     * @param window opens a window on the demonstration in a folder and returns when it is closed; false if none can be opened, which it
     *     has said to the writer
     */
    public DemoCommand(BiPredicate<Path, PrintWriter> window) {
        this.window = window;
    }

    @Option(names = "--out", paramLabel = "DIR", description = "Where to work (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("palimpsest-demo");

    @Option(
            names = "--headless",
            description = "Without a window, even if there is a display: progress and table in the terminal.")
    private boolean headless;

    @Option(
            names = "--json",
            description = "Print one JSON document with all scores on standard output, without a window.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        Path folder = out.toAbsolutePath().normalize();
        if (!headless && !json && window.test(folder, new PrintWriter(System.err, true))) {
            return 0;
        }
        SampleWorkspace sample = SampleWorkspace.unpack(folder.resolve("sample"));
        int atOnce = Math.min(2, Runtime.getRuntime().availableProcessors());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / atOnce);
        Demo.Outcome outcome = new Demo(folder, System.err).play(sample, atOnce, threads);
        PrintStream result = System.out;
        if (json) {
            result.println(DemoJson.of(outcome));
        } else {
            Comparison comparison =
                    Comparison.of(RunFolders.read(outcome.runs())).only(COLUMNS);
            result.println(TerminalTable.render(comparison, 160, TerminalTable.Style.UNICODE));
            result.println("Report: " + outcome.report());
            result.printf("Runs:   %s%nTime:   %.0f s%n", outcome.report().getParent(), outcome.seconds());
        }
        return 0;
    }
}

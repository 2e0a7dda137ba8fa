package org.palimpsest.engine.bench;

import ai.djl.Device;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.palimpsest.engine.cli.Computing;
import org.palimpsest.engine.cli.Output;
import org.palimpsest.engine.cli.Version;
import org.palimpsest.engine.run.EnvironmentRecord;
import org.palimpsest.engine.tensor.Processor;
import org.palimpsest.engine.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code palimpsest bench}: how fast the program is on this machine. A program with more to measure of its engine overrides
 * {@link #measurements(Device)}.
 */
@Command(
        name = "bench",
        description =
                "Measures how fast this program trains and generates, as ratios of times taken in turn in one run, each"
                        + " beside its goal. Wants an otherwise idle machine and about a minute.",
        footerHeading = "%nExamples:%n",
        footer = {"  palimpsest bench", "  palimpsest bench --threads 1 --json", "  palimpsest bench large --help"},
        subcommands = LargeModelCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public class BenchCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Mixin
    private Computing computing;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often everything is timed; medians are taken (default: ${DEFAULT-VALUE}).")
    private int rounds = 7;

    @Option(
            names = "--window",
            description =
                    "Measure charts, places, Compare and a run's stream in a real window instead; prints JSON, takes about two minutes.")
    private boolean window;

    private final WindowMeasurement windowMeasurement;

    /** Measures a window, which this part of the program does not know. */
    @FunctionalInterface
    public interface WindowMeasurement {
        /** The figures, as a document. */
        Map<String, Object> take() throws IOException, InterruptedException;
    }

    public BenchCommand(WindowMeasurement windowMeasurement) {
        this.windowMeasurement = windowMeasurement;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (window) {
            output.print(windowMeasurement.take());
            return 0;
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be at least 1, but is " + rounds);
        }
        Device device = computing.open();
        if (!output.json()) {
            circumstances().forEach((name, value) -> output.line("%-14s %s", name, value));
            output.line("");
        }
        List<Figure> figures = new ArrayList<>();
        for (Measurement measurement : measurements(device)) {
            output.note("measuring: %s", measurement.task());
            Figure figure = measurement.take(rounds);
            figures.add(figure);
            if (!output.json()) {
                tell(figure);
            }
        }
        if (output.json()) {
            output.print(document(figures));
        }
        return 0;
    }

    /** What is measured, in order. */
    protected List<Measurement> measurements(Device on) {
        return List.of(
                new TrainingStep(on), new PreferenceStep(on), new CachedGeneration(on), new BatchedGeneration(on));
    }

    private Map<String, Object> document(List<Figure> figures) {
        Map<String, Object> document = new LinkedHashMap<>(circumstances());
        document.put("figures", figures);
        return document;
    }

    private Map<String, Object> circumstances() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", LocalDate.now().toString());
        all.putAll(EnvironmentRecord.describe());
        all.put("processor", Processor.here().name());
        all.put("device", computing.device());
        all.put("threads", Torch.threads());
        all.put("rounds", rounds);
        return all;
    }

    private void tell(Figure figure) {
        String sign = figure.direction() == Figure.Direction.AT_LEAST ? ">=" : "<=";
        output.line(
                "%-20s %8.3f  (goal %s %s%s)  %s",
                figure.id(),
                figure.value(),
                sign,
                String.format(Locale.ROOT, "%.2f", figure.goal()),
                figure.reached() ? "" : ", missed",
                figure.meaning());
        figure.parts().forEach((name, value) -> output.line("%-20s   %s %s", "", name, number(value)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.4f", value);
    }
}

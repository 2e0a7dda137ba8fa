package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program. {@code .ci/fuzz} starts it. */
@Command(
        name = "fuzz",
        description =
                "Damages and disguises every kind of file, kills runs in the middle of what they do, and judges what comes of it.",
        mixinStandardHelpOptions = true)
public final class FuzzMain implements Callable<Integer> {
    @Option(
            names = "--mutations",
            paramLabel = "N",
            description = "How many files to change (default: ${DEFAULT-VALUE}).")
    private int mutations = 1000;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "The number of the first mutation (default: ${DEFAULT-VALUE}).")
    private int from;

    @Option(names = "--seed", paramLabel = "S", description = "Start of every choice (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description = "Kinds of files: safetensors, config, ... (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "What takes longer hangs (default: ${DEFAULT-VALUE}).")
    private int deadline = 60;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description = "How many runs to kill and resume (default: ${DEFAULT-VALUE}).")
    private int kills = 100;

    @Option(names = "--verbose", description = "Also tell of what came out right.")
    private boolean verbose;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FuzzMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("fuzz.verbose", Boolean.toString(verbose));
        Path scratch = Files.createTempDirectory("palimpsest-fuzz");
        int wrong = mutate(scratch) + kill(scratch);
        if (wrong > 0) {
            System.out.println("What was tried is in " + scratch);
        }
        return wrong == 0 ? 0 : 1;
    }

    private int mutate(Path scratch) throws IOException, InterruptedException {
        if (mutations == 0) {
            return 0;
        }
        List<String> kinds = only.isEmpty() ? Suites.NAMES : only;
        try (Fuzz fuzz = new Fuzz(scratch, Duration.ofSeconds(deadline), kinds, System.out::println)) {
            fuzz.mutate(seed, from, from + mutations);
            fuzz.table().forEach(System.out::println);
            System.out.printf(
                    "%d mutations, %d wrong%n", mutations, fuzz.wrong().size());
            return fuzz.wrong().size();
        }
    }

    private int kill(Path scratch) throws IOException, InterruptedException {
        if (kills == 0) {
            return 0;
        }
        Kills runs = new Kills(scratch, System.out::println);
        runs.kill(seed, kills, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        System.out.printf(
                "%d runs killed %d times, %d wrong%n",
                kills, runs.kills(), runs.wrong().size());
        return runs.wrong().size();
    }
}

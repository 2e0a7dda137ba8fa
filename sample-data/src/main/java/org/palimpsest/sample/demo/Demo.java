package org.palimpsest.sample.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.palimpsest.engine.event.process.WorkerEnd;
import org.palimpsest.engine.event.process.WorkerProcess;
import org.palimpsest.engine.report.HtmlReport;
import org.palimpsest.engine.report.RecordedRun;
import org.palimpsest.engine.report.RunFolders;
import org.palimpsest.engine.run.RunException;
import org.palimpsest.sample.SampleWorkspace;

/** Runs the four recipes of the demonstration, two at a time, each in a worker of its own, and reports on them. */
final class Demo {
    private final Path folder;
    private final PrintStream screen;

    /** What came of it: a folder a run, and the report. */
    record Outcome(List<Path> runs, Path report, double seconds) {}

    Demo(Path folder, PrintStream screen) {
        this.folder = folder;
        this.screen = screen;
    }

    Outcome play(SampleWorkspace sample, int atOnce, int threads) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Map<String, Path> recipes = DemoRecipes.write(sample, folder.resolve("recipes"));
        Path runs = freshFolder();
        Map<String, Path> places = new LinkedHashMap<>();
        recipes.keySet().forEach(method -> places.put(method, runs.resolve(method)));
        runAll(recipes, places, atOnce, threads);
        List<Path> folders = List.copyOf(places.values());
        List<RecordedRun> recorded = RunFolders.read(folders);
        Path report = runs.resolve("report.html");
        HtmlReport.Heading heading = new HtmlReport.Heading(
                "Four ways to forget four authors", HtmlReport.Heading.USUAL_QUESTION, Instant.now());
        new HtmlReport().write(report, heading, recorded);
        return new Outcome(folders, report, (System.nanoTime() - begin) / 1e9);
    }

    /** A new folder each time, so that an earlier demonstration is not lost. */
    private Path freshFolder() throws IOException {
        for (int number = 1; ; number++) {
            Path runs = folder.resolve("runs-" + number);
            if (!Files.exists(runs)) {
                return Files.createDirectories(runs);
            }
        }
    }

    private void runAll(Map<String, Path> recipes, Map<String, Path> places, int atOnce, int threads)
            throws InterruptedException {
        Map<String, RunProgress> progress = new LinkedHashMap<>();
        recipes.keySet().forEach(method -> progress.put(method, new RunProgress(method)));
        DemoScreen drawing = new DemoScreen(screen, new ArrayList<>(progress.values()));
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> ends = new ArrayList<>();
            recipes.forEach((method, recipe) -> ends.add(
                    workers.submit(() -> work(recipe, places.get(method), threads, progress.get(method), drawing))));
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new RunException(e.getCause().getMessage(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static void work(Path recipe, Path place, int threads, RunProgress progress, DemoScreen drawing) {
        try {
            Path log = place.resolveSibling(place.getFileName() + ".log");
            WorkerProcess worker = WorkerProcess.run(recipe, place, threads, log, event -> {
                progress.accept(event);
                drawing.draw();
            });
            WorkerEnd end = worker.await();
            if (!end.finished()) {
                throw new RunException("%s: %s".formatted(place.getFileName(), end.inWords()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

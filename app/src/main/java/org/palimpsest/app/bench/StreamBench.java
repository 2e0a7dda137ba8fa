package org.palimpsest.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.workbench.Samples;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.app.worker.Runs;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.RecipeReader;

/** Measures how soon a real run's losses are drawn: a worker on the sample, its log, the feed, a chart in a window. */
final class StreamBench {
    private static final int EVENTS = 40;
    private static final long PATIENCE_SECONDS = 120;

    private final SeriesData loss;
    private final CurvePanel panel;
    private final Instant begin = Instant.now();
    private final List<Instant> waiting = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private final CountDownLatch enough = new CountDownLatch(1);
    private double firstSeconds;
    private long drawn;

    private StreamBench(CurvePanel panel) {
        this.panel = panel;
        this.loss = panel.series("loss", "loss");
    }

    /**
     * Runs the sample's first recipe until enough steps were drawn. JavaFX must have been started; not to be called on its thread.
     *
     * @throws IOException if the sample cannot be unpacked or no worker be started, or if nothing is drawn within two minutes
     */
    static StreamFigures measure(Samples samples, int threads) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("palimpsest-stream-bench");
        Workspace workspace = Workspace.open(folder);
        Path recipe = samples.unpack(workspace.sample()).get(0);
        CountDownLatch ended = new CountDownLatch(1);
        Runs runs = new Runs(workspace, () -> threads, Platform::runLater, (run, end) -> ended.countDown());
        CompletableFuture<StreamBench> made = new CompletableFuture<>();
        CompletableFuture<RunFolder> started = new CompletableFuture<>();
        Platform.runLater(() -> {
            CurvePanel panel = new CurvePanel("loss");
            Stage stage = new Stage();
            stage.setScene(new Scene(panel, 800, 500));
            stage.show();
            StreamBench bench = new StreamBench(panel);
            try {
                RunFolder run = runs.start(RecipeReader.read(recipe));
                RunFeed.follow(run, Platform::runLater, bench::take);
                bench.watch();
                started.complete(run);
                made.complete(bench);
            } catch (IOException e) {
                started.completeExceptionally(e);
            }
        });
        RunFolder run = started.join();
        StreamBench bench = made.join();
        boolean seen = bench.enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        runs.send(run, new RunCommand.Stop());
        boolean over = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!seen || !over) {
            throw new IOException("the run in " + run.path() + " was not seen or not ended within " + PATIENCE_SECONDS
                    + " seconds; see " + workspace.logs());
        }
        BenchFolder.remove(folder);
        return bench.figures();
    }

    private void take(RunFeed.Update update) {
        for (RunEvent event : update.events()) {
            if (event instanceof RunEvent.StepDone step) {
                loss.append(step.step(), step.terms().get("loss"));
                waiting.add(step.at());
            }
        }
    }

    /** Once a frame: whatever was appended before the chart's last picture has been seen by now. */
    private void watch() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                long frames = panel.surface().framesDrawn();
                if (frames == drawn || waiting.isEmpty()) {
                    return;
                }
                drawn = frames;
                count(Instant.now());
                if (millis.size() >= EVENTS) {
                    stop();
                    enough.countDown();
                }
            }
        }.start();
    }

    private void count(Instant now) {
        if (millis.isEmpty()) {
            firstSeconds = Duration.between(begin, now).toNanos() / 1e9;
        }
        for (Instant at : waiting) {
            millis.add(Duration.between(at, now).toNanos() / 1e6);
        }
        waiting.clear();
    }

    private StreamFigures figures() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return new StreamFigures(
                firstSeconds, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size());
    }
}

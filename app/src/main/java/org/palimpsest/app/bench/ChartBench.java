package org.palimpsest.app.bench;

import atlantafx.base.theme.PrimerDark;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures charts in a real window: four charts of three series, each with many points and new ones coming in. Also draws them as JFreeChart-FX does by itself, for the ratio.
 */
final class ChartBench {
    private static final int CHARTS = 4;
    private static final int SERIES = 3;
    private static final double WARM = 3;

    private ChartBench() {}

    /**
     * The figures of charts drawn here, of the same with smoothed lines, and of JFreeChart-FX by itself. JavaFX must have been started;
     * not to be called on its thread.
     *
     * @param points in each series at the start
     * @param rate points added to each series in a second
     * @param seconds to count for, each way
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    static List<ChartFigures> measure(int points, int rate, double seconds) throws InterruptedException {
        List<ChartFigures> figures = new ArrayList<>();
        figures.add(measure("palimpsest", () -> new PanelLoad(CHARTS, SERIES, 0), points, rate, seconds));
        figures.add(measure("palimpsest, smoothed", () -> new PanelLoad(CHARTS, SERIES, 0.9), points, rate, seconds));
        figures.add(measure("JFreeChart-FX", () -> new NaiveLoad(CHARTS, SERIES), points, rate, seconds));
        return figures;
    }

    private interface Maker {
        ChartLoad make();
    }

    private static ChartFigures measure(String way, Maker maker, int points, int rate, double seconds)
            throws InterruptedException {
        CompletableFuture<Stage> stage = new CompletableFuture<>();
        CompletableFuture<ChartLoad> load = new CompletableFuture<>();
        Platform.runLater(() -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            ChartLoad made = maker.make();
            fill(made, points);
            Stage window = new Stage();
            window.setScene(new Scene(made.view(), 1280, 800));
            window.show();
            load.complete(made);
            stage.complete(window);
        });
        Measurement.Seen seen = new Measurement(load.join(), points, rate).run(WARM, seconds);
        Stage window = stage.join();
        Platform.runLater(window::close);
        return new ChartFigures(
                way,
                CHARTS,
                SERIES,
                points,
                rate,
                seen.pointsPerSecond(),
                seen.seconds(),
                seen.framesPerSecond(),
                seen.stallMillis(),
                seen.frameMillis());
    }

    private static void fill(ChartLoad load, int points) {
        if (load instanceof NaiveLoad naive) {
            naive.fill(true);
        }
        for (int step = 0; step < points; step++) {
            load.append(step);
        }
        if (load instanceof NaiveLoad naive) {
            naive.fill(false);
        }
    }
}

package org.palimpsest.app.bench;

import atlantafx.base.theme.PrimerDark;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures charts in a real window: four charts of three series, each with many points and new ones coming in. Also draws them as JFreeChart-FX does by itself, for the ratio.
 * The program {@code palimpsest bench --window}.
 */
public final class ChartBench {
    private static final int CHARTS = 4;
    private static final int SERIES = 3;
    private static final double WARM = 3;

    private ChartBench() {}

    /**
     * Measures and prints a JSON array of figures.
     *
     * @param points in each series at the start
     * @param rate points added to each series in a second
     * @param seconds to count for, each way
     * @param naive whether to measure JFreeChart-FX by itself too
     * @param out printed to
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static void run(int points, int rate, double seconds, boolean naive, PrintStream out)
            throws InterruptedException {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        List<ChartFigures> figures = new ArrayList<>();
        figures.add(measure("palimpsest", () -> new PanelLoad(CHARTS, SERIES, 0), points, rate, seconds));
        figures.add(measure("palimpsest, smoothed", () -> new PanelLoad(CHARTS, SERIES, 0.9), points, rate, seconds));
        if (naive) {
            figures.add(measure("JFreeChart-FX", () -> new NaiveLoad(CHARTS, SERIES), points, rate, seconds));
        }
        try {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(figures));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of numbers could not be written as JSON", impossible);
        }
        Platform.exit();
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

    /** Measures as the acceptance of the charts asks: 100,000 points, 200 more a second, or as many as the arguments say. */
    public static void main(String[] arguments) throws InterruptedException {
        int points = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 10;
        boolean naive = arguments.length <= 3 || Boolean.parseBoolean(arguments[3]);
        run(points, rate, seconds, naive, System.out);
        System.exit(0);
    }
}

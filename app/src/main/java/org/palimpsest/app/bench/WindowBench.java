package org.palimpsest.app.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.workbench.Samples;

/** {@code palimpsest bench --window}: how fast charts, places, Compare and a run's stream are in a real window. */
public final class WindowBench {
    private static final int POINTS = 100_000;
    private static final int RATE = 200;
    private static final double SECONDS = 15;
    private static final long REST_MILLIS = 700;

    private WindowBench() {}

    /**
     * Measures for about two minutes; the figures by what they are of. Needs a display; JavaFX must not have been started yet.
     *
     * @throws IOException if runs cannot be written or started
     */
    public static Map<String, Object> measure(Samples samples) throws IOException, InterruptedException {
        System.setProperty("palimpsest.courteous", "true");
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            started.complete(null);
        });
        started.join();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("stream", StreamBench.measure(samples, Preferences.DEFAULT.workerThreads()));
        figures.put("compare", CompareBench.measure());
        figures.put("places", PlacesBench.measure(REST_MILLIS));
        figures.put("charts", ChartBench.measure(POINTS, RATE, SECONDS));
        Platform.exit();
        return figures;
    }
}

package org.palimpsest.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.WorkbenchWindow;
import org.palimpsest.app.shell.Workbenches;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Workspace;

/** Measures the whole window: a walk through its places, twice, and in another theme at twice the size of the text. */
final class PlacesBench {
    private static final int RUNS = 6;
    private static final int EVENTS = 2000;

    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Stage stage;

    private PlacesBench(Path folder) throws IOException {
        stage = new Stage();
        Path file = folder.resolve("preferences.json");
        PreferencesFile.open(file)
                .change(now ->
                        Preferences.DEFAULT.withTheme(Preferences.Theme.LIGHT).withLanguage("en"));
        workbench = Workbenches.make(new WindowStart(folder, false, file, unpacked -> List.of()), stage);
        window = new WorkbenchWindow(workbench);
        stage.setWidth(1280);
        stage.setHeight(800);
        window.show(stage);
    }

    /**
     * Measures. JavaFX must have been started; not to be called on its thread.
     *
     * @param restMillis how long the window is left alone after each step, so that what a step asks for is done within it
     * @throws IOException if the runs cannot be written
     */
    static PlacesFigures measure(long restMillis) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("palimpsest-places-bench");
        try {
            new WrittenRuns().write(Workspace.open(folder), RUNS, EVENTS);
            PlacesBench bench = on(() -> new PlacesBench(folder));
            try (Hold hold = Hold.watch()) {
                return bench.walk(hold, restMillis);
            } finally {
                on(() -> {
                    bench.window.close();
                    bench.stage.hide();
                    return null;
                });
            }
        } finally {
            BenchFolder.remove(folder);
        }
    }

    private PlacesFigures walk(Hold hold, long restMillis) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(restMillis);
        // The window's own first picture is no place's.
        hold.takeLongestMillis();
        double first = everyPlace(hold, restMillis);
        double again = everyPlace(hold, restMillis);
        double theme = change(hold, restMillis, now -> now.withTheme(Preferences.Theme.DARK));
        double text = change(hold, restMillis, now -> now.withTextPercent(200));
        double dressed = everyPlace(hold, restMillis);
        return new PlacesFigures(RUNS, EVENTS, first, again, Math.max(theme, text), dressed);
    }

    private double everyPlace(Hold hold, long restMillis) throws IOException, InterruptedException {
        for (PlaceId place : PlaceId.values()) {
            on(() -> {
                window.go(place);
                return null;
            });
            TimeUnit.MILLISECONDS.sleep(restMillis);
        }
        return hold.takeLongestMillis();
    }

    private double change(Hold hold, long restMillis, UnaryOperator<Preferences> change)
            throws IOException, InterruptedException {
        on(() -> {
            workbench.preferences().change(change);
            return null;
        });
        TimeUnit.MILLISECONDS.sleep(restMillis);
        return hold.takeLongestMillis();
    }

    /** Does something on the window's thread and waits for it. */
    private static <T> T on(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the window could not be measured", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the window was measured", e);
        }
    }
}

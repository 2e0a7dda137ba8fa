package org.palimpsest.app.bench;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.palimpsest.app.chart.curve.CurvePanel;
import org.palimpsest.app.compare.ComparePlace;
import org.palimpsest.app.compare.table.CompareRow;
import org.palimpsest.app.compare.table.RunFigures;
import org.palimpsest.app.shell.StyleSheets;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.Workbenches;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Workspace;

/** Compare in a window of its own, with the time it took to show everything. */
final class OpenedCompare {
    private final Stage stage = new Stage();
    private final Workbench workbench;
    private final ComparePlace place;
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final long began = System.nanoTime();
    private final long processorBegan = processorNanos();
    private double seconds;
    private double processorSeconds;
    private double stall;

    private OpenedCompare(Workspace workspace, int runs, boolean withCurves) throws IOException {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        workbench = Workbenches.make(
                new WindowStart(
                        workspace.root(), false, workspace.root().resolve("preferences.json"), folder -> List.of()),
                stage);
        place = new ComparePlace(workbench);
        Scene scene = new Scene(place.view(), 1280, 800);
        // Dressed as in the window that people see.
        scene.getStylesheets().setAll(StyleSheets.all(100));
        stage.setScene(scene);
        stage.show();
        place.shown();
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                if (before != 0) {
                    stall = Math.max(stall, (now - before) / 1e6);
                }
                before = now;
                boolean shown = runs() >= runs && (!withCurves || curves() >= runs);
                if (shown) {
                    seconds = (System.nanoTime() - began) / 1e9;
                    processorSeconds = (processorNanos() - processorBegan) / 1e9;
                    stop();
                    complete.complete(null);
                }
            }
        }.start();
    }

    /** Opens the place and waits until it lists {@code runs} runs and, if asked for, has drawn a curve of each. */
    static OpenedCompare open(Workspace workspace, int runs, boolean withCurves) {
        OpenedCompare opened = onWindowThread(() -> new OpenedCompare(workspace, runs, withCurves));
        opened.complete.join();
        return opened;
    }

    private int runs() {
        return workbench.runList().runs().isEmpty() ? 0 : table().getItems().size();
    }

    private int curves() {
        return place.view().lookup("#compare-overlay") instanceof CurvePanel panel ? panel.size() : 0;
    }

    @SuppressWarnings("unchecked")
    private TableView<CompareRow> table() {
        return (TableView<CompareRow>) place.view().lookup("#run-table");
    }

    double seconds() {
        return seconds;
    }

    /** Of all cores together, so that other programs at work do not blur it. */
    double processorSeconds() {
        return processorSeconds;
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    double stallMillis() {
        return stall;
    }

    /** From digests to rows, in milliseconds of the window's thread: the table is filled anew. */
    double listMillis() {
        return onWindowThread(() -> {
            long begin = threadNanos();
            place.hidden();
            place.shown();
            table().layout();
            return (threadNanos() - begin) / 1e6;
        });
    }

    /** Sorts by a score and lays the rows out; milliseconds of the window's thread. */
    double sortMillis(boolean ascending) {
        return onWindowThread(() -> {
            TableColumn<CompareRow, ?> column = table().getColumns().stream()
                    .filter(each -> each.getId().equals(RunFigures.SECONDS)
                            || each.getId().startsWith("metric:"))
                    .findFirst()
                    .orElseThrow();
            long begin = threadNanos();
            column.setSortType(ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
            if (!table().getSortOrder().contains(column)) {
                table().getSortOrder().add(column);
            }
            table().layout();
            return (threadNanos() - begin) / 1e6;
        });
    }

    void close() {
        onWindowThread(() -> {
            place.close();
            workbench.runList().close();
            workbench.tasks().close();
            stage.close();
            return null;
        });
    }

    private static <T> T onWindowThread(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (IOException e) {
                result.completeExceptionally(new UncheckedIOException(e));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}

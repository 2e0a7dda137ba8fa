package org.palimpsest.app.shell.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.RecordedRuns;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.Workspace;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary.State;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;

/** Runs that were looked at and put away leave nothing behind. */
@DrawsWindow
class LeftBehindTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RUNS = 20;
    /** In bytes; half of what stays of a run when nothing but its feed is left open. */
    private static final long LEFT_OF_EACH = 200_000;
    /** Caches of glyphs and styles fill once; what runs leave comes again with every round. */
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;
    private final List<WeakReference<Node>> putAway = new ArrayList<>();

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void twentyRunsOpenedAndClosedLeaveHeapAndNodesWhereTheyWere(TestReporter reporter) throws IOException {
        Workspace workspace = Workspace.open(folder);
        for (int i = 0; i < RUNS; i++) {
            RecordedRuns.copy(workspace, i % 2 == 0 ? "npo" : "graddiff", "%04d-run".formatted(i + 1));
        }
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        // Listing the runs keeps what was read of their logs for Compare; that is not what looking at them leaves.
        WindowHarness.await(
                "all runs are listed",
                PATIENCE,
                () -> window.workbench().runList().runs().stream()
                                .filter(run -> run.summary().state() == State.FINISHED)
                                .count()
                        == RUNS);
        window.go(PlaceId.LIVE);
        lookAt(0);
        lookAt(1);
        long heap = heap();
        int nodes = nodes();
        long more = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && more >= LEFT_OF_EACH * RUNS; round++) {
            for (int i = 0; i < RUNS; i++) {
                lookAt(i);
            }
            more = heap() - heap;
            heap += more;
            reporter.publishEntry("bytes more", Long.toString(more));
        }
        int moreNodes = nodes() - nodes;
        reporter.publishEntry("nodes more", Integer.toString(moreNodes));
        assertThat(putAway).allMatch(each -> each.get() == null);
        assertThat(moreNodes).isLessThanOrEqualTo(0);
        assertThat(more).isLessThan(LEFT_OF_EACH * RUNS);
    }

    private void lookAt(int number) {
        Path run = folder.resolve("runs").resolve("%04d-run".formatted(number + 1));
        String dismiss = "#live-dismiss-" + run.getFileName();
        WindowHarness.onWindow(() -> {
            window.workbench().navigator().open(PlaceId.LIVE, new RunFolder(run));
            return null;
        });
        WindowHarness.await("the run is seen", PATIENCE, () -> window.scene().lookup(dismiss) != null);
        WindowHarness.settle();
        WindowHarness.onWindow(() -> {
            Button button = (Button) window.scene().lookup(dismiss);
            putAway.add(new WeakReference<>(button));
            button.fire();
            return null;
        });
        WindowHarness.settle();
    }

    private int nodes() {
        return WindowHarness.onWindow(() -> count(window.scene().getRoot()));
    }

    private static int count(Node node) {
        return node instanceof Parent parent
                ? 1
                        + parent.getChildrenUnmodifiable().stream()
                                .mapToInt(LeftBehindTest::count)
                                .sum()
                : 1;
    }

    /** What is still held after everything that can be let go has been. */
    private long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            // The renderer lets go of a picture only when it draws another.
            System.gc();
            lookAt(0);
            forgetEvents();
            System.gc();
            Runtime memory = Runtime.getRuntime();
            least = Math.min(least, memory.totalMemory() - memory.freeMemory());
        }
        return least;
    }

    /** The test library keeps every event, and with it the node it came from. */
    private static void forgetEvents() {
        WindowHarness.onWindow(() -> {
            FxToolkit.toolkitContext()
                    .setRegisteredStage(FxToolkit.toolkitContext().getRegisteredStage());
            return null;
        });
    }
}

package org.palimpsest.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.palimpsest.app.settings.Preferences;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.shell.WindowStart;
import org.palimpsest.app.shell.WorkbenchWindow;
import org.palimpsest.app.shell.Workbenches;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunCommand;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a workspace and preferences of its own. */
public final class WindowHarness implements AutoCloseable {
    private final Workbench workbench;
    private final WorkbenchWindow window;
    private final Stage stage;

    private WindowHarness(Workbench workbench, WorkbenchWindow window, Stage stage) {
        this.workbench = workbench;
        this.window = window;
        this.stage = stage;
    }

    /** Opens the window below {@code folder}, 1280 by 800; called on any thread but the window's. */
    public static WindowHarness open(Path folder, Stage stage, Preferences preferences) {
        Path file = folder.resolve("preferences.json");
        return onWindow(() -> {
            PreferencesFile.open(file).change(now -> preferences);
            Workbench workbench = Workbenches.make(new WindowStart(folder, false, file, Palimpsest::unpack), stage);
            WorkbenchWindow window = new WorkbenchWindow(workbench);
            stage.setWidth(1280);
            stage.setHeight(800);
            window.show(stage);
            return new WindowHarness(workbench, window, stage);
        });
    }

    /** English, light, at the usual size. */
    public static Preferences usual() {
        return Preferences.DEFAULT.withTheme(Preferences.Theme.LIGHT).withLanguage("en");
    }

    public Workbench workbench() {
        return workbench;
    }

    public WorkbenchWindow window() {
        return window;
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return window.scene();
    }

    /** Goes to a place and waits until it is laid out. */
    public void go(PlaceId place) {
        onWindow(() -> {
            window.go(place);
            return null;
        });
        settle();
    }

    /** The node with an id; null if there is none. */
    public Node find(String id) {
        return onWindow(() -> scene().lookup("#" + id));
    }

    /** Waits until everything that was asked of the window's thread is done and drawn. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents(4);
    }

    /** Does something on the window's thread and waits for it. */
    public static <T> T onWindow(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }

    /** Waits until something holds on the window's thread; fails with {@code what} after {@code patience}. */
    public static void await(String what, Duration patience, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS, () -> onWindow(holds::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + patience.toSeconds() + " s: " + what, e);
        }
    }

    /** Asks every run at work to stop, then closes; for tests whose runs would go on behind them. */
    public void stopRunsAndClose() {
        onWindow(() -> {
            for (RunEntry run : workbench.runList().runs()) {
                if (run.working()) {
                    workbench.runs().send(run.folder(), new RunCommand.Stop());
                }
            }
            return null;
        });
        close();
    }

    /** Closes the window without asking, and everything behind it. */
    @Override
    public void close() {
        onWindow(() -> {
            window.close();
            stage.hide();
            Messages.speak(java.util.Locale.ENGLISH);
            return null;
        });
    }
}

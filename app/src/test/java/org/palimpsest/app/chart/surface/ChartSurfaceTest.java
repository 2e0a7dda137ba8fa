package org.palimpsest.app.chart.surface;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.plot.Charts;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class ChartSurfaceTest {
    private StackPane around;
    private ChartSurface surface;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        surface = new ChartSurface(Empty::new);
        around = new StackPane(surface);
        stage.setScene(new Scene(around, 400, 300));
        stage.show();
    }

    @BeforeEach
    void settle() throws TimeoutException {
        awaitFrames(1);
        pulses(10);
    }

    @Test
    void drawsNothingWhileNothingChanges() throws TimeoutException {
        long before = surface.framesDrawn();
        pulses(20);
        assertThat(surface.framesDrawn()).isEqualTo(before);
    }

    @Test
    void drawsOnceForAThousandChangesWithinAFrame() throws TimeoutException {
        long before = surface.framesDrawn();
        onFx(() -> {
            for (int i = 0; i < 1_000; i++) {
                surface.redraw();
            }
        });
        awaitFrames(before + 1);
        pulses(10);
        assertThat(surface.framesDrawn()).isEqualTo(before + 1);
    }

    @Test
    void drawsNothingWhileItCannotBeSeen() throws TimeoutException {
        onFx(() -> around.setVisible(false));
        long before = surface.framesDrawn();
        onFx(surface::redraw);
        pulses(10);
        assertThat(surface.framesDrawn()).isEqualTo(before);
    }

    @Test
    void catchesUpWhenItIsSeenAgain() throws TimeoutException {
        onFx(() -> around.setVisible(false));
        long before = surface.framesDrawn();
        onFx(surface::redraw);
        onFx(() -> around.setVisible(true));
        awaitFrames(before + 1);
        assertThat(surface.framesDrawn()).isEqualTo(before + 1);
    }

    @Test
    void drawsAnewInAnotherSize() throws TimeoutException {
        long before = surface.framesDrawn();
        onFx(() -> around.getScene().getWindow().setWidth(600));
        awaitFrames(before + 1);
        assertThat(surface.shownProperty().get().plot().getWidth()).isGreaterThan(450);
    }

    private void awaitFrames(long frames) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> surface.framesDrawn() >= frames);
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Lets the window draw itself so often. */
    private void pulses(int count) throws TimeoutException {
        int[] seen = {0};
        Runnable listener = () -> {
            seen[0]++;
            Platform.requestNextPulse();
        };
        onFx(() -> {
            around.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> seen[0] >= count);
        onFx(() -> around.getScene().removePostLayoutPulseListener(listener));
    }

    private record Empty() implements Picture {
        @Override
        public JFreeChart chart(ChartTheme theme, boolean complete) {
            return Charts.of(null, new XYPlot(null, new NumberAxis(), new NumberAxis(), null), theme);
        }
    }
}

package org.palimpsest.app.chart.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class HistogramTest {
    private Histogram histogram;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        histogram = new Histogram("Membership", "loss");
        histogram.distribution("in", "forget set", SeriesStyle.of(0), new double[] {0, 1, 2, 3, Double.NaN});
        histogram.distribution("out", "holdout set", SeriesStyle.of(1), new double[] {2, 5, 9, 10});
        histogram.movableProperty().set(true);
        stage.setScene(new Scene(histogram, 500, 300));
        stage.show();
    }

    @BeforeEach
    void settle() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120, TimeUnit.SECONDS, () -> histogram.surface().framesDrawn() > 0);
        onFx(() -> histogram.surface().requestFocus());
    }

    @Test
    void movesItsThresholdByKeyboard(FxRobot robot) {
        robot.type(KeyCode.RIGHT);
        assertThat(histogram.thresholdProperty().get()).isCloseTo(5.05, within(1e-9));
    }

    @Test
    void movesItsThresholdByMouse(FxRobot robot) {
        Bounds plot = histogram
                .surface()
                .localToScreen(histogram.surface().shownProperty().get().plot());
        robot.drag(plot.getMinX() + 5, plot.getCenterY(), MouseButton.PRIMARY)
                .dropTo(plot.getMinX() + plot.getWidth() * 0.8, plot.getCenterY());
        assertThat(histogram.thresholdProperty().get()).isCloseTo(8, within(0.1));
    }

    @Test
    void leavesTheThresholdWhereItIsIfItMayNotMove(FxRobot robot) {
        onFx(() -> histogram.movableProperty().set(false));
        robot.type(KeyCode.RIGHT);
        assertThat(histogram.thresholdProperty().get()).isNaN();
    }

    @Test
    void hasAColumnForEachSetInItsTable() {
        assertThat(histogram.table().columns()).containsExactly("from", "to", "forget set", "holdout set");
    }

    @Test
    void leavesOutWhatIsNotANumber() {
        assertThat(histogram.table().cells().at(0, 2)).isEqualTo(0.5);
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

package org.palimpsest.app.chart.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.theme.SeriesStyle;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class ParetoScatterTest {
    private ParetoScatter scatter;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scatter = new ParetoScatter("Runs");
        scatter.point("a", "npo", 0.1, 0.9, 0.5);
        scatter.point("a", "npo", 0.5, 0.8, 0.5);
        scatter.point("b", "simnpo", 0.9, 0.2, 1);
        scatter.point("c", "ga", 0.3, 0.1, Double.NaN);
        scatter.baseline("reference", "retained reference", SeriesStyle.REFERENCE, 1, 1);
        stage.setScene(new Scene(scatter, 500, 400));
        stage.show();
    }

    @BeforeEach
    void settle() throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> scatter.surface().framesDrawn() > 0);
        onFx(() -> scatter.surface().requestFocus());
    }

    @Test
    void selectsTheRunThatIsClicked(FxRobot robot) {
        ParetoPicture picture = shown();
        Bounds plot = scatter.surface()
                .localToScreen(scatter.surface().shownProperty().get().plot());
        robot.clickOn(
                plot.getMinX() + picture.x().part(0.9) * plot.getWidth() + 2,
                plot.getMaxY() - picture.y().part(0.2) * plot.getHeight() - 2);
        assertThat(scatter.selectedProperty().get()).isEqualTo("b");
    }

    @Test
    void goesFromRunToRunByForgetting(FxRobot robot) {
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(scatter.selectedProperty().get()).isEqualTo("a");
    }

    @Test
    void goesFromRunToRunByUtility(FxRobot robot) {
        robot.type(KeyCode.UP, KeyCode.UP);
        assertThat(scatter.selectedProperty().get()).isEqualTo("b");
    }

    @Test
    void tellsTheSelectedRunToAScreenReader(FxRobot robot) {
        robot.type(KeyCode.RIGHT);
        assertThat(scatter.surface().getAccessibleText())
                .isEqualTo("Runs, ga: forgetting 0.3, utility 0.1, robustness –");
    }

    @Test
    void keepsTheWayOfARun() {
        assertThat(shown().runs().get(0).trail()[0]).containsExactly(0.1, 0.5);
    }

    @Test
    void hasOnTheFrontOnlyRunsThatNoOtherBeatsInBoth() {
        assertThat(shown().front()).extracting(corner -> corner[0]).containsExactly(0.5, 0.9);
    }

    @Test
    void forgetsTheSelectionOfARunThatIsTakenAway() {
        onFx(() -> {
            scatter.selectedProperty().set("a");
            scatter.remove("a");
        });
        assertThat(scatter.selectedProperty().get()).isNull();
    }

    private ParetoPicture shown() {
        return (ParetoPicture) scatter.surface().shownProperty().get().picture();
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

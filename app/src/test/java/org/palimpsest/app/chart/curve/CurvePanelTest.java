package org.palimpsest.app.chart.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class CurvePanelTest {
    private final SharedAxis axis = new SharedAxis();
    private CurvePanel panel;
    private CurvePanel other;
    private SeriesData loss;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        panel = new CurvePanel("Losses", axis);
        other = new CurvePanel("Other", axis);
        loss = panel.series("loss", "forget loss");
        for (int step = 0; step <= 1_000; step++) {
            loss.append(step, step * 0.5, step * 512.0, step / 100.0);
        }
        stage.setScene(new Scene(new VBox(panel, other), 600, 640));
        stage.show();
    }

    @BeforeEach
    void settle() throws TimeoutException {
        await(() -> panel.surface().framesDrawn() > 0 && other.surface().framesDrawn() > 0);
        onFx(() -> panel.surface().requestFocus());
    }

    @Test
    void zoomsInByKeyboard(FxRobot robot) {
        robot.type(KeyCode.HOME, KeyCode.PLUS);
        assertThat(axis.zoomProperty().get().high()).isCloseTo(700, within(1e-6));
    }

    @Test
    void showsEverythingAgainByKeyboard(FxRobot robot) {
        robot.type(KeyCode.PLUS, KeyCode.PLUS, KeyCode.DIGIT0);
        assertThat(axis.zoomProperty().get()).isNull();
    }

    @Test
    void movesTheCrosshairByKeyboard(FxRobot robot) {
        robot.type(KeyCode.END, KeyCode.LEFT);
        assertThat(axis.cursorProperty().get()).isBetween(980.0, 999.9);
    }

    @Test
    void tellsTheValueUnderTheCrosshairToAScreenReader(FxRobot robot) {
        robot.type(KeyCode.END);
        assertThat(panel.surface().getAccessibleText()).isEqualTo("Losses, step 1,000, forget loss 10");
    }

    @Test
    void writesTheValueUnderTheCrosshairIntoTheLegend(FxRobot robot) {
        robot.type(KeyCode.END);
        assertThat(legendButton().getText()).isEqualTo("forget loss  10");
    }

    @Test
    void zoomsToAStretchThatIsDragged(FxRobot robot) {
        Bounds plot = onScreen();
        robot.drag(plot.getMinX() + plot.getWidth() * 0.25, plot.getCenterY(), MouseButton.PRIMARY)
                .dropTo(plot.getMinX() + plot.getWidth() * 0.5, plot.getCenterY());
        assertThat(axis.zoomProperty().get().low()).isCloseTo(250, within(6.0));
    }

    @Test
    void showsEverythingOnADoubleClick(FxRobot robot) {
        onFx(() -> axis.zoomTo(100, 200));
        Bounds plot = onScreen();
        robot.doubleClickOn(plot.getCenterX(), plot.getCenterY());
        assertThat(axis.zoomProperty().get()).isNull();
    }

    @Test
    void drawsTheOtherPanelAnewWhenTheAxisIsZoomed() throws TimeoutException {
        onFx(() -> axis.zoomTo(100, 200));
        await(() -> shown(other).x().low() == 100);
        assertThat(shown(other).x().high()).isEqualTo(200);
    }

    @Test
    void drawsANewPoint() throws TimeoutException {
        onFx(() -> loss.append(2_000, 1_000, 1e6, 30));
        await(() -> shown(panel).x().high() == 2_000);
        assertThat(shown(panel).y().high()).isGreaterThan(30);
    }

    @Test
    void placesPointsBySeconds() throws TimeoutException {
        onFx(() -> axis.choiceProperty().set(XChoice.SECONDS));
        await(() -> shown(panel).x().high() == 500);
        assertThat(shown(panel).x().label()).isEqualTo("seconds");
    }

    @Test
    void saysHowManyValuesALogarithmicAxisLeavesOut() throws TimeoutException {
        onFx(() -> panel.logYProperty().set(true));
        await(() -> panel.lookupAll(".chart-note").stream()
                .anyMatch(node ->
                        node instanceof Label label && label.getText().startsWith("One value of zero or less")));
        assertThat(panel.logYProperty().get()).isTrue();
    }

    @Test
    void changesItsBackgroundWithTheTheme() throws TimeoutException {
        Color light = corner();
        onFx(() -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
        await(() -> !corner().equals(light));
        assertThat(corner().getBrightness()).isLessThan(light.getBrightness() / 2);
    }

    @Test
    void switchesASeriesOffInTheLegend(FxRobot robot) throws TimeoutException {
        robot.clickOn(legendButton());
        await(() -> shown(panel).lines().isEmpty());
        assertThat(legendButton().isSelected()).isFalse();
    }

    @Test
    void zoomsUpwardsWithShift(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        await(() -> shown(panel).y().high() < 10);
        assertThat(axis.zoomProperty().get()).isNull();
    }

    @Test
    void canBeReadAsATable(FxRobot robot) {
        onFx(() -> tableButton().fire());
        assertThat(robot.from(panel).lookup(".table-view").<TableView<?>>query().getItems())
                .hasSize(1_001);
    }

    @Test
    void putsTheTableAwayOnEscape(FxRobot robot) {
        onFx(() -> tableButton().fire());
        robot.type(KeyCode.ESCAPE);
        assertThat(panel.lookup(".table-view")).isNull();
    }

    @Test
    void copiesItsNumbersWithTabs() {
        onFx(() -> {
            MenuButton export = (MenuButton) panel.lookup(".menu-button");
            export.getItems().get(export.getItems().size() - 1).fire();
        });
        String[] copied = new String[1];
        onFx(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).startsWith("steps\tseconds\ttokens\tforget loss");
    }

    @Test
    void isTakenBackWhenTheRunGoesBack() throws TimeoutException {
        onFx(() -> loss.cutBack(500));
        await(() -> shown(panel).x().high() == 499);
        assertThat(loss.size()).isEqualTo(500);
    }

    private static CurvePicture shown(CurvePanel panel) {
        return (CurvePicture) panel.surface().shownProperty().get().picture();
    }

    private ToggleButton legendButton() {
        return (ToggleButton) panel.lookup(".chart-legend > .toggle-button");
    }

    private ToggleButton tableButton() {
        return (ToggleButton) panel.lookup(".chart-header > .toggle-button");
    }

    private Color corner() {
        ImageView view = (ImageView) panel.surface().lookup(".image-view");
        return view.getImage().getPixelReader().getColor(1, 1);
    }

    private Bounds onScreen() {
        return panel.surface()
                .localToScreen(panel.surface().shownProperty().get().plot());
    }

    private static void await(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

package org.palimpsest.app.chart.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.chart.export.ImageFiles;
import org.palimpsest.app.chart.export.Tables;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.chart.theme.ColourScale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class LayerHeatMapTest {
    private final SharedAxis axis = new SharedAxis();
    private LayerHeatMap map;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        map = new LayerHeatMap("Weight change", axis, ColourScale.RISING);
        for (int step = 0; step < 10; step++) {
            map.append(step * 10, List.of(step + 0.0, step + 100.0, step + 200.0, step + 300.0));
        }
        stage.setScene(new Scene(map, 500, 300));
        stage.show();
    }

    @BeforeEach
    void settle() throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> map.surface().framesDrawn() > 1);
        onFx(() -> map.surface().requestFocus());
    }

    @Test
    void readsTheCellUnderTheMouse(FxRobot robot) {
        Bounds plot =
                map.surface().localToScreen(map.surface().shownProperty().get().plot());
        // The last observation holds for ten steps more, so that the axis reaches to 100.
        robot.moveTo(plot.getMinX() + plot.getWidth() * 0.45, plot.getMinY() + plot.getHeight() * 0.3);
        assertThat(map.reading()).isEqualTo("step 40, layer 2: 204");
    }

    @Test
    void readsCellsByKeyboard(FxRobot robot) {
        robot.type(KeyCode.HOME, KeyCode.UP, KeyCode.UP);
        assertThat(map.reading()).isEqualTo("step 0, layer 1: 100");
    }

    @Test
    void tellsTheCellToAScreenReader(FxRobot robot) {
        robot.type(KeyCode.HOME, KeyCode.UP);
        assertThat(map.surface().getAccessibleText()).isEqualTo("Weight change, step 0, layer 0: 0");
    }

    @Test
    void putsTheFirstLayerAtTheBottom() {
        HeatPicture picture = (HeatPicture) map.surface().shownProperty().get().picture();
        assertThat(picture.amounts()[0][0]).isZero();
    }

    @Test
    void refusesAnotherNumberOfLayers() {
        assertThatThrownBy(() -> map.append(200, List.of(1.0)))
                .hasMessageContaining("4 layers")
                .hasMessageContaining("step 200");
    }

    @Test
    void takesObservationsBack() {
        onFx(() -> map.cutBack(50));
        assertThat(map.table().rows()).isEqualTo(5);
    }

    @Test
    void readsAsATableOfLayersByStep() {
        assertThat(Tables.csv(map.table()).lines().skip(1).findFirst()).hasValue("0,0,100,200,300");
    }

    @Test
    void putsItsColoursIntoAnSvg(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("map.svg");
        ImageFiles.svg(map.surface().shownProperty().get().picture(), ChartTheme.PLAIN, 400, 300, file);
        assertThat(Files.readString(file)).contains("data:image/png;base64,");
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

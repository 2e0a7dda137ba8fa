package org.palimpsest.app.chart.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.chart.export.Tables;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class TokenBarsTest {
    private TokenBars bars;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        bars = new TokenBars("Next token");
        bars.show(List.of(new TokenBar(" barber", 0.5, 0.25, Double.NaN), new TokenBar("\n", 0.1, 0.2, Double.NaN)));
        stage.setScene(new Scene(bars, 500, 300));
        stage.show();
    }

    @BeforeEach
    void focus() {
        onFx(() -> bars.surface().requestFocus());
    }

    @Test
    void goesFromTokenToTokenByKeyboard(FxRobot robot) {
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(bars.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void tellsTheProbabilitiesOfATokenToAScreenReader(FxRobot robot) {
        robot.type(KeyCode.DOWN);
        assertThat(bars.surface().getAccessibleText())
                .isEqualTo("Next token, ␣barber, target model 0.5, model now 0.25");
    }

    @Test
    void leavesOutAModelOfWhichNothingIsKnown() {
        assertThat(bars.table().columns()).containsExactly("token", "target model", "model now");
    }

    @Test
    void keepsTokensAsTheyAreInTheTable() {
        assertThat(Tables.csv(bars.table())).contains("\" barber\",0.5,0.25");
    }

    private static void onFx(Runnable action) {
        Platform.runLater(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

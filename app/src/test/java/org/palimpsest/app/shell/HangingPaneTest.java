package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.workbench.HangingPane;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What hangs on a control wears the window's theme. */
@DrawsWindow
class HangingPaneTest {
    private HangingPane pane;

    @Start
    void open(Stage stage) {
        Button owner = new Button("open");
        Button content = new Button("content");
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        Scene scene = new Scene(new StackPane(owner), 400, 300);
        scene.getStylesheets().setAll(StyleSheets.all(100));
        stage.setScene(scene);
        stage.show();
        pane = new HangingPane(new StackPane(content, new Label()), "Pane");
        pane.show(owner);
        content.requestFocus();
    }

    @Test
    void isDarkInTheDark() {
        Path border = (Path) pane.getScene().getRoot().lookup(".border");
        assertThat(((Color) border.getFill()).getBrightness()).isLessThan(0.3);
    }

    @Test
    void closesByEscape(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        assertThat(pane.isShowing()).isFalse();
    }
}

package org.palimpsest.app.chart.theme;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.CupertinoDark;
import atlantafx.base.theme.CupertinoLight;
import atlantafx.base.theme.Dracula;
import atlantafx.base.theme.NordDark;
import atlantafx.base.theme.NordLight;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.awt.Color;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.app.DrawsWindow;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@DrawsWindow
class ThemeProbeTest {
    private ThemeProbe probe;
    private StackPane root;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        probe = new ThemeProbe();
        root = new StackPane(probe);
        stage.setScene(new Scene(root, 100, 100));
        stage.show();
    }

    static Stream<Theme> themes() {
        return Stream.of(
                new PrimerLight(),
                new PrimerDark(),
                new NordLight(),
                new NordDark(),
                new CupertinoLight(),
                new CupertinoDark(),
                new Dracula());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void knowsWhetherAThemeIsDark(Theme theme) {
        wear(theme);
        assertThat(probe.themeProperty().get().dark()).isEqualTo(theme.isDarkMode());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void givesSeriesColoursThatStandOut(Theme theme) {
        wear(theme);
        ChartTheme worn = probe.themeProperty().get();
        assertThat(worn.series()).allMatch(colour -> Contrast.of(colour, worn.background()) >= 3);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void givesNumbersThatCanBeRead(Theme theme) {
        wear(theme);
        ChartTheme worn = probe.themeProperty().get();
        assertThat(Contrast.of(worn.muted(), worn.background())).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void followsAChangeOfTheTheme() {
        wear(new PrimerLight());
        ChartTheme light = probe.themeProperty().get();
        wear(new PrimerDark());
        assertThat(probe.themeProperty().get().background()).isNotEqualTo(light.background());
    }

    @Test
    void followsTheSizeOfText() {
        wear(new PrimerLight());
        onFx(() -> root.setStyle("-fx-font-size: 28px;"));
        assertThat(probe.themeProperty().get().fontSize()).isEqualTo(28);
    }

    @Test
    void followsASheetThatRedefinesColours() {
        wear(new PrimerLight());
        onFx(() -> root.setStyle("-color-bg-default: black; -color-fg-default: white;"));
        assertThat(probe.themeProperty().get().background()).isEqualTo(Color.BLACK);
    }

    private void wear(Theme theme) {
        onFx(() -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
    }

    private void onFx(Runnable action) {
        Platform.runLater(() -> {
            action.run();
            root.applyCss();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}

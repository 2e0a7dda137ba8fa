package org.palimpsest.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.DrawsWindow;
import org.palimpsest.app.WindowHarness;
import org.palimpsest.app.settings.Preferences.Theme;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.PlaceId;
import org.testfx.framework.junit5.Start;

/** What the window does by keyboard, wherever one is. */
@DrawsWindow
class WindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowHarness window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void open() {
        window = WindowHarness.open(folder, stage, WindowHarness.usual());
        WindowHarness.await("a place is seen", PATIENCE, () -> here() != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private PlaceId here() {
        return window.workbench().navigator().here().get();
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        WindowHarness.onWindow(() -> {
            Node focused = window.scene().getFocusOwner();
            Node target = focused == null ? window.scene().getRoot() : focused;
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
            return null;
        });
        WindowHarness.settle();
    }

    @Test
    void placesAreReachedByTheirNumbers() {
        press(KeyCode.DIGIT4, true, false);
        assertThat(here()).isEqualTo(PlaceId.COMPARE);
    }

    @Test
    void onlyThePlaceThatIsSeenHasKeysAndTakesTheFocus() {
        window.go(PlaceId.LIBRARY);
        Set<KeyCombination> keys = keysOfMenus();
        for (PlaceId place : PlaceId.values()) {
            window.go(place);
        }
        window.go(PlaceId.LIBRARY);
        assertThat(keysOfMenus()).isEqualTo(keys);
        window.go(PlaceId.COMPARE);
        assertThat(keysOfMenus()).hasSizeGreaterThan(keys.size());
        window.go(PlaceId.LIBRARY);
        for (int i = 0; i < 60; i++) {
            press(KeyCode.TAB, false, false);
            assertThat(WindowHarness.<Boolean>onWindow(
                            () -> isSeen(window.scene().getFocusOwner())))
                    .isTrue();
        }
    }

    private Set<KeyCombination> keysOfMenus() {
        return WindowHarness.onWindow(
                () -> Set.copyOf(window.scene().getAccelerators().keySet()));
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void thePaletteFindsASettingAndEnterTakesIt() {
        press(KeyCode.K, true, false);
        WindowHarness.onWindow(() -> {
            ((TextField) window.scene().lookup("#palette-query")).setText("theme dark");
            return null;
        });
        press(KeyCode.ENTER, false, false);
        assertThat(window.workbench().preferences().get().theme()).isEqualTo(Theme.DARK);
        assertThat(window.find("palette").isVisible()).isFalse();
    }

    @Test
    void escapeLeavesAPage() {
        press(KeyCode.F1, false, false);
        assertThat(window.find("page-keys")).isNotNull();
        press(KeyCode.ESCAPE, false, false);
        assertThat(window.find("page-keys")).isNull();
    }

    @Test
    void whatIsUndoneIsToldByName() {
        AtomicInteger number = new AtomicInteger();
        WindowHarness.onWindow(() -> {
            window.workbench()
                    .undo()
                    .perform(new Edit("Star run npo", number::incrementAndGet, number::decrementAndGet));
            window.scene().getRoot().requestFocus();
            return null;
        });
        press(KeyCode.Z, true, false);
        assertThat(number).hasValue(0);
        assertThat(window.workbench().notices().all().get(0).text()).contains("Star run npo");
        press(KeyCode.Z, true, true);
        assertThat(number).hasValue(1);
    }

    @Test
    void placeAndBoundsAreRemembered() {
        press(KeyCode.DIGIT4, true, false);
        WindowHarness.onWindow(() -> {
            window.window().close();
            return null;
        });
        Path file = folder.resolve("preferences.json");
        assertThat(Files.exists(file)).isTrue();
        assertThat(PreferencesFile.open(file).get().layout())
                .containsEntry("window.place", "COMPARE")
                .containsKey("window.bounds");
    }

    @Test
    void theDoctorIsAskedInAProcessOfItsOwn() {
        WindowHarness.onWindow(() -> {
            window.window().turn(org.palimpsest.app.shell.page.PageId.DOCTOR);
            return null;
        });
        WindowHarness.await(
                "findings are shown",
                Duration.ofSeconds(120),
                () -> window.scene().lookup("#doctor-copy") != null
                        && !window.scene().lookup("#doctor-copy").isDisabled());
    }
}

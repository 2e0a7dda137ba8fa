package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** A person who has nothing but a keyboard: keys go to where the focus is, and after each the focus has to be somewhere it can be seen. */
final class Keyboard {
    /** More stops of the tab key than any place has. */
    private static final int MOST_STOPS = 150;

    private final FxRobot robot;

    Keyboard(FxRobot robot) {
        this.robot = robot;
    }

    /** Presses a key, or several at once. */
    void press(KeyCode... keys) {
        robot.push(keys);
        WindowHarness.settle();
        checkFocus();
    }

    /** Types where the focus is. */
    void type(String text) {
        robot.write(text);
        WindowHarness.settle();
        checkFocus();
    }

    /** Presses Tab until the control with an id has the focus; every stop on the way has to look as if it had it. */
    void tabTo(String id) {
        List<String> stops = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        while (!id.equals(focusId()) && stops.size() < MOST_STOPS) {
            Node stop = WindowHarness.onWindow(Keyboard::focused);
            boolean byKeyboard = stop.isFocusVisible();
            int focused = looks(stop);
            press(KeyCode.TAB);
            // A ring is worn by what the keyboard went to, not by what the focus was left with.
            if (byKeyboard && stop.getScene() != null && looks(stop) == focused) {
                unseen.add(name(stop));
            }
            stops.add(WindowHarness.onWindow(() -> name(focused())));
        }
        assertThat(focusId()).as("stops of the tab key: %s", stops).isEqualTo(id);
        assertThat(unseen).as("what has the focus and does not show it").isEmpty();
    }

    /** A number that is another one if a single pixel is. */
    private static int looks(Node node) {
        return WindowHarness.onWindow(() -> {
            WritableImage image = node.snapshot(new SnapshotParameters(), null);
            int width = (int) image.getWidth();
            int[] pixels = new int[width * (int) image.getHeight()];
            image.getPixelReader()
                    .getPixels(0, 0, width, pixels.length / width, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return Arrays.hashCode(pixels);
        });
    }

    /** The id of what has the focus; null if that has none. */
    String focusId() {
        return WindowHarness.onWindow(() -> focused() == null ? null : focused().getId());
    }

    /** What has the focus, in the window that takes the keys: a popup has them before the window it belongs to. */
    private static Node focused() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        return windows.stream()
                .filter(Window::isFocused)
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .map(Scene::getFocusOwner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void checkFocus() {
        String trouble = WindowHarness.onWindow(() -> trouble(focused()));
        assertThat(trouble).isEmpty();
    }

    private static String trouble(Node node) {
        if (node == null) {
            return "nothing has the focus";
        }
        for (Node here = node; here != null; here = here.getParent()) {
            if (!here.isVisible()) {
                return name(node) + " has the focus and is hidden by " + name(here);
            }
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Scene scene = node.getScene();
        boolean inside = bounds.getMaxX() > 0
                && bounds.getMaxY() > 0
                && bounds.getMinX() < scene.getWidth()
                && bounds.getMinY() < scene.getHeight();
        return inside ? "" : name(node) + " has the focus outside the window, at " + bounds;
    }

    private static String name(Node node) {
        return node == null ? "nothing" : node.getClass().getSimpleName() + "#" + node.getId();
    }
}

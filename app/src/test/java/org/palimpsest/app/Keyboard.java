package org.palimpsest.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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

    /** Presses Tab until the control with an id has the focus. */
    void tabTo(String id) {
        List<String> stops = new ArrayList<>();
        while (!id.equals(focusId()) && stops.size() < MOST_STOPS) {
            press(KeyCode.TAB);
            stops.add(WindowHarness.onWindow(() -> name(focused())));
        }
        assertThat(focusId()).as("stops of the tab key: %s", stops).isEqualTo(id);
    }

    /** The id of what has the focus; null if that has none. */
    String focusId() {
        return WindowHarness.onWindow(() -> focused() == null ? null : focused().getId());
    }

    /** What has the focus, in the window that takes the keys: a popup has them before the window it belongs to. */
    private Node focused() {
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

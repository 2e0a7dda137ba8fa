package org.palimpsest.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** A person's hands: they press with the mouse what is seen and can be pressed, in whatever window it is. */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final FxRobot robot;

    Hands(FxRobot robot) {
        this.robot = robot;
    }

    /** Presses the control with an id as soon as it can be pressed. */
    void press(String id) {
        press("#" + id, node -> id.equals(node.getId()));
    }

    /** Presses a node again, adding it to what is selected. */
    void pressToo(String what, Predicate<Node> which) {
        robot.press(KeyCode.CONTROL);
        press(what, which);
        robot.release(KeyCode.CONTROL);
    }

    /** Presses the node that is meant as soon as it can be pressed. */
    void press(String what, Predicate<Node> which) {
        Node[] found = new Node[1];
        WindowHarness.await("it can be pressed: " + what, PATIENCE, () -> {
            found[0] = find(which.and(Hands::pressable));
            return found[0] != null;
        });
        robot.clickOn(found[0]);
        WindowHarness.settle();
    }

    /** Opens a box and presses one of its lines. */
    void choose(String id, String line) {
        press(id);
        press(
                "line " + line,
                node -> node.getScene().getWindow() instanceof PopupWindow
                        && node instanceof Labeled labeled
                        && line.equals(labeled.getText()));
    }

    /** Writes into the field with an id, over what stands there. */
    void write(String id, String text) {
        press(id);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        WindowHarness.await(
                "it is written: " + text,
                PATIENCE,
                () -> find(node -> id.equals(node.getId())) instanceof TextInputControl field
                        && text.equals(field.getText()));
    }

    /** Presses a key where the focus is. */
    void key(KeyCode... keys) {
        robot.push(keys);
        WindowHarness.settle();
    }

    /** The node with an id in any window; null if there is none. */
    static Node find(String id) {
        return WindowHarness.onWindow(() -> find(node -> id.equals(node.getId())));
    }

    /** The first visible node that is meant, in the window that was opened last. */
    static Node find(Predicate<Node> which) {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        return windows.stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .map(Scene::getRoot)
                .map(root -> below(root, which))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Node below(Node node, Predicate<Node> which) {
        if (!node.isVisible()) {
            return null;
        }
        if (which.test(node)) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = below(child, which);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether it is enabled, and its middle lies in its window. */
    private static boolean pressable(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return !node.isDisabled()
                && bounds.getWidth() > 0
                && bounds.getHeight() > 0
                && bounds.getCenterX() > 0
                && bounds.getCenterY() > 0
                && bounds.getCenterX() < node.getScene().getWidth()
                && bounds.getCenterY() < node.getScene().getHeight();
    }
}

package org.palimpsest.app.shell.scene;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;

/** Walks what is seen of a scene. */
final class SceneText {
    private SceneText() {}

    /** Every visible node below and with {@code root}, in the order they are drawn. */
    static List<Node> seen(Node root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (!node.isVisible()) {
            return;
        }
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    /** What a screen reader would call a control; empty if it has nothing to say. */
    static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return node.getParent() == null
                ? ""
                : seen(node.getScene().getRoot()).stream()
                        .filter(javafx.scene.control.Label.class::isInstance)
                        .map(javafx.scene.control.Label.class::cast)
                        .filter(label -> label.getLabelFor() == node)
                        .map(Labeled::getText)
                        .findFirst()
                        .orElse("");
    }

    /** A node and where it stands, for a person who has to find it. */
    static String where(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node here = node; here != null && path.length() < 220; here = here.getParent()) {
            String id = here.getId() == null ? "" : "#" + here.getId();
            String style = here.getStyleClass().isEmpty()
                    ? ""
                    : "." + here.getStyleClass().get(0);
            path.append(path.length() == 0 ? "" : " < ")
                    .append(here.getClass().getSimpleName())
                    .append(id.isEmpty() ? style : id);
        }
        return path.toString();
    }

    /** The words that a text node or a field shows. */
    static String words(Node node) {
        if (node instanceof Text text) {
            return text.getText();
        }
        return node instanceof TextInputControl field && field.getPromptText() != null ? field.getPromptText() : "";
    }

    /** Whether a text is cut off with an ellipsis where no tooltip shows the whole of it. */
    static boolean isCut(Node node) {
        if (!(node instanceof Labeled labeled) || labeled.getText() == null) {
            return false;
        }
        Node inner = labeled.lookup(".text");
        boolean cut = inner instanceof Text text
                && !text.getText().equals(labeled.getText())
                && text.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString());
        return cut && !hasTooltip(labeled) && !isShownElsewhere(labeled);
    }

    /** The columns of tables are widened to read what stands in a cell. */
    private static boolean isShownElsewhere(Node node) {
        for (Node here = node; here != null; here = here.getParent()) {
            if (here instanceof TableCell<?, ?>) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTooltip(Node node) {
        for (Node here = node; here != null; here = here.getParent()) {
            boolean has = here instanceof Control control && control.getTooltip() != null
                    || here.getProperties().values().stream().anyMatch(Tooltip.class::isInstance);
            if (has) {
                return true;
            }
        }
        return false;
    }

    /** Whether a control reaches out of the window where it cannot be scrolled to. */
    static boolean isOutside(Node node) {
        if (!(node instanceof Control) || isScrolled(node)) {
            return false;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMaxX() > node.getScene().getWidth() + 1
                || bounds.getMaxY() > node.getScene().getHeight() + 1
                || bounds.getMinX() < -1
                || bounds.getMinY() < -1;
    }

    private static boolean isScrolled(Node node) {
        for (Node here = node.getParent(); here != null; here = here.getParent()) {
            // Columns are scrolled to and widened.
            if (here instanceof TableColumnHeader
                    || here instanceof ScrollPane
                    || here instanceof javafx.scene.control.skin.VirtualFlow<?>) {
                return true;
            }
        }
        return false;
    }
}

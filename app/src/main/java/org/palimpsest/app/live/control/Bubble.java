package org.palimpsest.app.live.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.palimpsest.app.workbench.HangingPane;

/** A small form that hangs on the button it belongs to: heading, explanation, fields, and what can be done. Escape closes it. */
final class Bubble {
    private final HangingPane over;
    private final VBox content = new VBox();
    private final FlowPane actions = new FlowPane();

    Bubble(String id, String heading, String explanation) {
        Label head = new Label(heading);
        head.getStyleClass().add("live-heading");
        Label text = new Label(explanation);
        text.setWrapText(true);
        text.getStyleClass().add("live-muted");
        content.setId(id);
        content.getStyleClass().add("live-bubble");
        content.getChildren().addAll(head, text);
        ScrollPane scroll = new ScrollPane(content);
        BorderPane whole = new BorderPane(scroll);
        actions.getStyleClass().add("live-bubble-actions");
        whole.setBottom(actions);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("live-bubble-scroll", "edge-to-edge");
        over = new HangingPane(whole, heading);
        over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    Bubble add(Node... nodes) {
        content.getChildren().addAll(List.of(nodes));
        return this;
    }

    /** A field below its name. */
    Bubble field(String name, javafx.scene.control.Control field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        field.setAccessibleText(name);
        field.setMaxWidth(Double.MAX_VALUE);
        content.getChildren().add(new VBox(label, field));
        return this;
    }

    /** What can be done, side by side; below each other where text is large. */
    Bubble actions(Button... buttons) {
        actions.getChildren().addAll(buttons);
        return this;
    }

    /** Shows it at {@code owner}, and {@code first} has the focus. */
    void show(Node owner, Node first) {
        over.show(owner);
        first.requestFocus();
    }

    void hide() {
        over.hide();
    }

    boolean showing() {
        return over.isShowing();
    }
}

package org.palimpsest.app.live.panel;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.palimpsest.app.text.Messages;

/** A panel in a window of its own. Closing the window brings the panel back to its place. */
final class TornPanel {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final PanelFrame frame;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();

    /**
     * @param beside the scene it leaves, whose looks it keeps
     * @param gone told when the window is closed
     */
    TornPanel(PanelFrame frame, Scene beside, Consumer<TornPanel> gone) {
        this.frame = frame;
        Messages words = Messages.of("live");
        root.setCenter(frame);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        Bindings.bindContent(scene.getStylesheets(), beside.getStylesheets());
        root.styleProperty().bind(beside.getRoot().styleProperty());
        root.getStyleClass().addAll(beside.getRoot().getStyleClass());
        stage.setTitle(words.get("panel.window", words.get(frame.kind().key())));
        stage.setScene(scene);
        stage.initOwner(beside.getWindow());
        stage.setOnHidden(event -> {
            root.setCenter(null);
            root.styleProperty().unbind();
            Bindings.unbindContent(scene.getStylesheets(), beside.getStylesheets());
            gone.accept(this);
        });
    }

    boolean holds(PanelFrame other) {
        return frame == other;
    }

    void show() {
        stage.show();
    }

    void close() {
        stage.hide();
    }
}

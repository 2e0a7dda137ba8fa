package org.palimpsest.app.library;

import atlantafx.base.controls.Message;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** What was brought and is being looked into, and what was refused with why. */
final class ChecksPane extends VBox {
    private final LibraryModel model;
    private final Consumer<Path> lookThrough;
    private final Messages words = Messages.of("library");

    /** @param lookThrough adds a folder to those that are looked through */
    ChecksPane(LibraryModel model, Consumer<Path> lookThrough) {
        this.model = model;
        this.lookThrough = lookThrough;
        setId("library-checks");
        getStyleClass().add("library-checks");
        model.checks().addListener((ListChangeListener<Check>) change -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.checks().stream().map(this::node).toList());
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Node node(Check check) {
        String name = String.valueOf(check.path().getFileName());
        if (!check.refused()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("library-turning");
            HBox line = new HBox(turning, new Label(words.get("checking", name)));
            line.getStyleClass().add("library-looking");
            return line;
        }
        Message refused = Told.danger(words.get("refused", name), check.words());
        refused.setOnClose(event -> model.dismiss(check));
        VBox box = new VBox(refused);
        box.getStyleClass().add("library-refused");
        if (check.things() > 0) {
            Button look = new Button(words.get("look-through", check.things()), new FontIcon("fth-folder-plus"));
            look.setId("library-look-through");
            look.setOnAction(event -> {
                lookThrough.accept(check.path());
                model.dismiss(check);
            });
            box.getChildren().add(look);
        }
        return box;
    }
}

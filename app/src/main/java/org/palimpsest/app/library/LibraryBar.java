package org.palimpsest.app.library;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** Ways to bring something without a mouse: choosers, and a path to type. */
final class LibraryBar extends HBox {
    private final Messages words = Messages.of("library");
    private final TextField path = new TextField();

    LibraryBar(LibraryModel model, Opening opening, SampleOffer offer) {
        getStyleClass().add("library-bar");
        MenuItem file = new MenuItem(words.get("open-file"), new FontIcon("fth-file"));
        file.setOnAction(event -> opening.files());
        MenuItem folder = new MenuItem(words.get("open-folder"), new FontIcon("fth-folder"));
        folder.setOnAction(event -> opening.folder());
        MenuButton open = new MenuButton(words.get("open"), new FontIcon("fth-plus"), file, folder);
        open.setId("library-open");
        open.setMinWidth(USE_PREF_SIZE);
        path.setId("library-path");
        path.setPromptText(words.get("path.prompt"));
        path.setAccessibleText(words.get("path"));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button check = new Button(words.get("check"));
        check.setId("library-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.disableProperty().bind(path.textProperty().isEmpty());
        check.setOnAction(event -> check(opening));
        path.setOnAction(event -> check(opening));
        Button unpack = new Button(words.get("guide-unpack"), new FontIcon("fth-package"));
        unpack.setId("library-unpack");
        unpack.setMinWidth(USE_PREF_SIZE);
        unpack.setOnAction(event -> offer.unpack());
        Button refresh = new Button(null, new FontIcon("fth-refresh-cw"));
        refresh.setId("library-refresh");
        refresh.setAccessibleText(words.get("refresh"));
        refresh.setTooltip(new Tooltip(words.get("refresh")));
        refresh.setOnAction(event -> model.refresh());
        getChildren().addAll(open, path, check, unpack, refresh);
        model.sampled().addListener((value, before, now) -> {
            unpack.setVisible(!now);
            unpack.setManaged(!now);
        });
        unpack.setVisible(false);
        unpack.setManaged(false);
    }

    private void check(Opening opening) {
        opening.typed(path.getText());
        path.clear();
    }

    /** Puts the keyboard where a path is typed. */
    void typePath() {
        path.requestFocus();
    }
}

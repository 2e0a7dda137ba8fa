package org.palimpsest.app.shell.palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;

/** The palette over the window: a field and what fits it. Everything goes by keyboard; Escape closes it. */
public final class PaletteView extends StackPane {
    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private Node focusedBefore;

    public PaletteView(PaletteModel model) {
        this.model = model;
        Messages words = Messages.of("shell");
        setId("palette");
        getStyleClass().add("palette-veil");
        field.setId("palette-query");
        field.setPromptText(words.get("palette.prompt"));
        field.setAccessibleText(words.get("palette.prompt"));
        list.setId("palette-list");
        list.setAccessibleText(words.get("palette.list"));
        list.setItems(model.shown());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(words.get("palette.nothing")));
        list.setCellFactory(view -> new Line());
        field.textProperty().bindBidirectional(model.query());
        model.chosen().addListener((value, before, now) -> choose(now.intValue()));
        model.shown().addListener((javafx.collections.ListChangeListener<PaletteEntry>)
                change -> choose(model.chosen().get()));
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setAlignment(Pos.TOP_CENTER);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        switch (key) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(8);
            case PAGE_UP -> model.move(-8);
            case ENTER -> take();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int line) {
        list.getSelectionModel().clearAndSelect(line);
        list.scrollTo(Math.max(0, line - 4));
    }

    private void take() {
        close();
        model.take();
    }

    /** Shows the palette and puts the cursor into it. */
    public void open() {
        focusedBefore = getScene().getFocusOwner();
        model.open();
        setVisible(true);
        setManaged(true);
        toFront();
        field.requestFocus();
    }

    /** More can be found than when it was opened; what was typed stays. */
    public void moreIsKnown() {
        if (isOpen()) {
            model.refresh();
        }
    }

    /** Whether it is seen. */
    public boolean isOpen() {
        return isVisible();
    }

    /** Hides the palette; the cursor goes back to where it was. */
    public void close() {
        setVisible(false);
        setManaged(false);
        if (focusedBefore != null && focusedBefore.getScene() == getScene()) {
            focusedBefore.requestFocus();
        }
        focusedBefore = null;
    }

    /** A title, what it is, and its keys. */
    private final class Line extends ListCell<PaletteEntry> {
        private final Label title = new Label();
        private final Label kind = new Label();
        private final Label keys = new Label();
        private final Region space = new Region();
        private final HBox row = new HBox(title, kind, space, keys);

        Line() {
            kind.getStyleClass().add("palette-kind");
            keys.getStyleClass().add("palette-keys");
            row.getStyleClass().add("palette-row");
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(space, Priority.ALWAYS);
            title.setMinWidth(0);
            kind.setMinWidth(Region.USE_PREF_SIZE);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    model.chosen().set(getIndex());
                    take();
                }
            });
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            title.setText(entry.title());
            kind.setText(entry.kind());
            keys.setText(entry.keys());
            setAccessibleText(entry.title() + ", " + entry.kind());
            setGraphic(row);
        }
    }
}

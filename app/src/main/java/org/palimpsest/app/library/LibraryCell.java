package org.palimpsest.app.library;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** A kind with its number, or a thing with what it is below its name. */
final class LibraryCell extends TreeCell<LibraryRow> {
    private final Messages messages;
    private final LibraryWords words;
    private final Label name = new Label();
    private final Label line = new Label();
    private final VBox texts = new VBox(name, line);
    private final HBox box = new HBox();

    LibraryCell(Messages messages, LibraryWords words) {
        this.messages = messages;
        this.words = words;
        line.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        box.getStyleClass().add("library-cell");
        // As wide as the tree, so that a long line ends in dots instead of a scroll bar.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(LibraryRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        FontIcon icon = row.item() != null && !row.item().present()
                ? new FontIcon("fth-alert-triangle")
                : KindIcon.of(row.kind());
        String second = row.item() == null ? "" : words.line(row.item());
        name.setText(
                row.item() == null
                        ? messages.get("group." + row.kind(), row.count())
                        : row.item().name());
        name.getStyleClass().remove(Styles.TEXT_BOLD);
        if (row.item() == null) {
            name.getStyleClass().add(Styles.TEXT_BOLD);
        }
        line.setText(second);
        line.setVisible(!second.isEmpty());
        line.setManaged(!second.isEmpty());
        box.getChildren().setAll(icon, texts);
        setGraphic(box);
        setTooltip(new Tooltip(second.isEmpty() ? name.getText() : name.getText() + "\n" + second));
        setAccessibleText(second.isEmpty() ? name.getText() : name.getText() + ", " + second);
    }
}

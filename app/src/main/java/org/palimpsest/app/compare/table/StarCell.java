package org.palimpsest.app.compare.table;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** The star of a run, set and taken away by a click. */
final class StarCell extends RowCell {
    private final Messages words;
    private final ToggleButton star = new ToggleButton();

    StarCell(TableModel model, Messages words, MarkEdits edits) {
        super(model);
        this.words = words;
        star.setGraphic(new FontIcon("fth-star"));
        star.getStyleClass().add("star");
        // The table's keys set stars; a stop of the tab key in every row would make the table endless.
        star.setFocusTraversable(false);
        star.setOnAction(event -> {
            if (getItem() instanceof RunRow run) {
                edits.star(run, star.isSelected());
            }
        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    void show(CompareRow row) {
        if (!(row instanceof RunRow run)) {
            setGraphic(null);
            return;
        }
        star.setSelected(run.mark().star());
        star.setAccessibleText(words.get(
                run.mark().star() ? "star.set" : "star.unset", run.entry().name()));
        setGraphic(star);
    }
}

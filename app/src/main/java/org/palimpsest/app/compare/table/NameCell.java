package org.palimpsest.app.compare.table;

import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** The name of a run with its folder behind it, of a baseline, or of a group with its arrow. */
final class NameCell extends RowCell {
    private final Messages words;
    private final ScoreWords names;
    private final TableModel model;
    private Tooltip folder;

    NameCell(Messages words, ScoreWords names, TableModel model) {
        super(model);
        this.words = words;
        this.names = names;
        this.model = model;
    }

    @Override
    void show(CompareRow row) {
        if (row instanceof RunRow run) {
            setText(run.entry().name());
            setGraphic(null);
            // A tooltip is a window, and dear to make; the cell keeps its own.
            if (folder == null) {
                folder = new Tooltip();
            }
            folder.setText(run.entry().id());
            if (getTooltip() != folder) {
                setTooltip(folder);
            }
            return;
        }
        setTooltip(null);
        if (row == null) {
            setText(null);
            setGraphic(null);
        } else if (row instanceof BaselineRow baseline) {
            setText(TextColumns.title(words, baseline));
            setGraphic(new FontIcon("fth-anchor"));
        } else if (row instanceof GroupRow group) {
            setText(TextColumns.title(words, names, group, model.grouping()));
            setGraphic(new FontIcon(group.open() ? "fth-chevron-down" : "fth-chevron-right"));
        }
    }
}

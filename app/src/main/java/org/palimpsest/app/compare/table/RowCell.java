package org.palimpsest.app.compare.table;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.TableCell;

/** A cell that shows something of a row, and shows it anew when the model has changed: much cheaper than making all cells anew. */
abstract class RowCell extends TableCell<CompareRow, CompareRow> {
    /** Held here, and only weakly by the model: a cell that is dropped is forgotten. */
    private final InvalidationListener changed = version -> {
        if (!isEmpty() && getItem() != null) {
            show(getItem());
        }
    };

    RowCell(TableModel model) {
        model.version().addListener(new WeakInvalidationListener(changed));
    }

    @Override
    protected final void updateItem(CompareRow row, boolean empty) {
        super.updateItem(row, empty);
        show(empty ? null : row);
    }

    /** Shows a row; null shows nothing. */
    abstract void show(CompareRow row);
}

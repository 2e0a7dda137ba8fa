package org.palimpsest.app.chart.box;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.palimpsest.app.chart.plot.Numerals;

/** A cell that writes numbers as the charts do. */
final class NumberCell extends TableCell<Integer, Object> {
    @Override
    protected void updateItem(Object item, boolean empty) {
        super.updateItem(item, empty);
        boolean number = item instanceof Number;
        setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setText(
                empty || item == null
                        ? null
                        : number ? Numerals.value(((Number) item).doubleValue()) : item.toString());
    }
}

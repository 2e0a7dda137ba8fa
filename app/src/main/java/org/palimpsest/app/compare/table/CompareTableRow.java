package org.palimpsest.app.compare.table;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.palimpsest.app.text.Messages;

/** A row of the table as it looks: baselines and group heads are told apart from runs. */
final class CompareTableRow extends TableRow<CompareRow> {
    private static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private final Messages words;
    private final ScoreWords names;

    CompareTableRow(Messages words, ScoreWords names, TableModel model) {
        this.words = words;
        this.names = names;
        setOnMouseClicked(event -> {
            if (getItem() instanceof GroupRow group && event.getClickCount() == 1 && event.getX() < getHeight()) {
                model.toggle(group);
            }
        });
    }

    @Override
    protected void updateItem(CompareRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(BASELINE, row instanceof BaselineRow);
        pseudoClassStateChanged(GROUP, row instanceof GroupRow);
        setAccessibleText(
                empty || row == null
                        ? null
                        : row instanceof RunRow run
                                ? words.get(
                                        "row.accessible",
                                        run.entry().name(),
                                        names.method(run.entry().summary().method()))
                                : null);
    }
}

package org.palimpsest.app.compare.table;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.text.Messages;

/** A score; the best of the runs listed is bold, and a baseline that runs disagree about has a mark. */
final class ScoreCell extends RowCell {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private final ScoreColumn score;
    private final TableModel model;
    private final Messages words;
    private final Tooltip bestTip;

    /** @param bestTip for the best value of a column, one for all cells: a tooltip is a window, and dear to make */
    ScoreCell(ScoreColumn score, TableModel model, Messages words, Tooltip bestTip) {
        super(model);
        this.score = score;
        this.model = model;
        this.words = words;
        this.bestTip = bestTip;
        setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    void show(CompareRow row) {
        boolean best = false;
        Tooltip tip = null;
        if (row == null || row instanceof GroupRow) {
            setText(null);
        } else {
            double value = row.figure(score.id());
            setText(Numerals.value(value));
            if (row instanceof BaselineRow baseline && baseline.disputed(score.id())) {
                setText(words.get("cell.disputed", Numerals.value(value)));
                tip = new Tooltip(words.get("cell.disputed.tip"));
            } else if (row instanceof RunRow run) {
                best = model.isBest(run, score);
                tip = best ? bestTip : null;
            }
        }
        if (tip != getTooltip()) {
            setTooltip(tip);
        }
        pseudoClassStateChanged(BEST, best);
    }
}

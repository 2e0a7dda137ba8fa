package org.palimpsest.app.compare.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Subject;

/** The columns of scores on screen; their heads say which way is better and where the retained reference stands. */
final class ScoreColumns {
    private static final double LEAST_WIDTH = 120;
    /** Beside a head's words: its padding, and the arrow of a sorted column. */
    private static final double ROOM = 44;
    /** Size of the window's text in pixels, at the platform's size. */
    private static final double TEXT = 14;

    private final TableModel model;
    private final Messages words;
    private final ScoreWords names;
    private final TextScale scale;
    private final Tooltip best;
    private final Map<String, TableColumn<CompareRow, CompareRow>> made = new HashMap<>();
    private final Map<ScoreColumn, Label> references = new HashMap<>();

    ScoreColumns(TableModel model, Messages words, ScoreWords names, TextScale scale) {
        this.scale = scale;
        this.model = model;
        this.words = words;
        this.best = new Tooltip(words.get("cell.best"));
        this.names = names;
    }

    TableColumn<CompareRow, CompareRow> column(ScoreColumn score) {
        return made.computeIfAbsent(score.id(), id -> make(score));
    }

    /** Every column made so far, shown or not. */
    Collection<TableColumn<CompareRow, CompareRow>> made() {
        return made.values();
    }

    private TableColumn<CompareRow, CompareRow> make(ScoreColumn score) {
        String title = title(score);
        TableColumn<CompareRow, CompareRow> column = RunTable.whole(score.id(), "");
        VBox head = new VBox();
        head.getStyleClass().add("score-head");
        // A wrapped label would ask a table's head for more height than there is; so lines break where the words allow
        // it.
        double widest = 0;
        for (String line : title.split("(?<=[,:]) ", 2)) {
            head.getChildren().add(new Label(line));
            widest = Math.max(widest, width(line));
        }
        Label reference = new Label();
        reference.getStyleClass().add("reference");
        references.put(score, reference);
        head.getChildren().add(reference);
        Tooltip tip = new Tooltip(tip(score));
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDuration(Duration.seconds(60));
        Tooltip.install(head, tip);
        head.setAccessibleText(title + ". " + tip.getText());
        column.setGraphic(head);
        column.setUserData(title);
        column.setCellFactory(any -> new ScoreCell(score, model, words, best));
        column.setPrefWidth(Math.max(LEAST_WIDTH * scale.get(), widest + ROOM * scale.get()));
        return column;
    }

    /** Width of a line of a head in pixels; heads are bold. */
    private double width(String line) {
        Text text = new Text(line);
        text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, TEXT * scale.get()));
        return text.getLayoutBounds().getWidth();
    }

    private String title(ScoreColumn score) {
        return score.unit().isEmpty() ? score.title() : words.get("column.unit", score.title(), score.unit());
    }

    private String tip(ScoreColumn score) {
        String better = score.better() == null ? "" : words.get("better.tip." + score.better());
        return (better + "\n" + score.meaning()).strip();
    }

    /** Writes the reference's values into the heads. */
    void readReference() {
        references.forEach((score, label) -> {
            double value = model.baseline(Subject.REFERENCE).figure(score.id());
            String arrow = names.arrow(score.better());
            String text = Double.isNaN(value)
                    ? arrow
                    : (arrow + " " + words.get("column.reference", Numerals.value(value))).strip();
            if (!text.equals(label.getText())) {
                label.setText(text);
            }
        });
    }
}

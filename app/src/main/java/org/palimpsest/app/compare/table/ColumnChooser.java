package org.palimpsest.app.compare.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.HangingPane;

/** The button that opens the choice of columns; only scores that some run has can be chosen. */
public final class ColumnChooser extends Button {
    private final TableModel model;
    private final Messages words;
    private final ScoreWords names;
    private final ColumnChoice choice;
    private final Runnable changed;
    private HangingPane open;

    public ColumnChooser(TableModel model, Messages words, ScoreWords names, ColumnChoice choice, Runnable changed) {
        super(words.get("columns"), new FontIcon("fth-columns"));
        this.model = model;
        this.words = words;
        this.names = names;
        this.choice = choice;
        this.changed = changed;
        setId("compare-columns");
        setOnAction(event -> toggle());
    }

    private void toggle() {
        if (open != null && open.isShowing()) {
            open.hide();
            return;
        }
        ScrollPane scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setPrefSize(380, 420);
        open = new HangingPane(scroll, words.get("columns"));
        open.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        open.show(this);
    }

    private VBox content() {
        VBox box = new VBox();
        box.getStyleClass().add("column-choice");
        Set<String> existing = model.columns();
        List<String> shown = choice.of(existing);
        for (ScoreColumn.Family family : ScoreColumn.Family.values()) {
            List<CheckBox> checks = new ArrayList<>();
            for (String id : existing) {
                ScoreColumn column = names.column(id);
                if (column.family() == family) {
                    checks.add(check(column, shown.contains(id), existing));
                }
            }
            if (!checks.isEmpty()) {
                Label head = new Label(words.get("columns." + family));
                head.getStyleClass().add("head");
                box.getChildren().add(head);
                box.getChildren().addAll(checks);
            }
        }
        Button usual = new Button(words.get("columns.usual"));
        usual.setOnAction(event -> {
            choice.reset();
            changed.run();
            open.hide();
        });
        box.getChildren().add(usual);
        return box;
    }

    private CheckBox check(ScoreColumn column, boolean shown, Set<String> existing) {
        CheckBox check = new CheckBox((column.title() + " " + names.arrow(column.better())).strip());
        check.setMnemonicParsing(false);
        check.setWrapText(true);
        check.setSelected(shown);
        check.selectedProperty().addListener((value, before, now) -> {
            choice.change(column.id(), now, existing);
            changed.run();
        });
        return check;
    }
}

package org.palimpsest.app.compare.table;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.palimpsest.app.text.Messages;

/** The table of runs on screen. Columns are made anew when others are chosen; sorting is left to the model. */
public final class RunTable extends TableView<CompareRow> {
    private final TableModel model;
    private final TextColumns texts;
    private final ScoreColumns scores;
    private List<RunRow> chosen = List.of();
    private Consumer<List<RunRow>> selected = runs -> {};
    private boolean restoring;

    /** @param scale size of the text: columns are as wide as their words */
    public RunTable(TableModel model, Messages words, ScoreWords names, MarkEdits edits, TextScale scale) {
        this.model = model;
        this.texts = new TextColumns(words, names, edits, model, scale);
        this.scores = new ScoreColumns(model, words, names, scale);
        scale.widen(this::everyColumn);
        setId("run-table");
        getStyleClass().add(Styles.DENSE);
        setAccessibleText(words.get("table.accessible"));
        setPlaceholder(new Label(words.get("table.none")));
        setTableMenuButtonVisible(false);
        setEditable(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(table -> new CompareTableRow(words, names, model));
        setItems(model.rows());
        setSortPolicy(table -> {
            model.sort(table.getSortOrder().stream()
                    .map(column -> new SortKey(column.getId(), column.getSortType() == TableColumn.SortType.ASCENDING))
                    .toList());
            return true;
        });
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<CompareRow>)
                change -> selectionChanged());
        model.version().addListener((value, before, now) -> changed());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && getSelectionModel().getSelectedItem() instanceof GroupRow group) {
                model.toggle(group);
            }
        });
    }

    /** Shows these columns of scores, in this order. */
    public void showColumns(List<ScoreColumn> columns) {
        List<TableColumn<CompareRow, ?>> order = new ArrayList<>(getSortOrder());
        List<TableColumn<CompareRow, ?>> all = new ArrayList<>(texts.before());
        for (ScoreColumn column : columns) {
            all.add(scores.column(column));
        }
        all.addAll(texts.after());
        getColumns().setAll(all);
        order.removeIf(column -> !all.contains(column));
        getSortOrder().setAll(order);
        scores.readReference();
    }

    private List<TableColumn<CompareRow, ?>> everyColumn() {
        List<TableColumn<CompareRow, ?>> all = new ArrayList<>(texts.before());
        all.addAll(scores.made());
        all.addAll(texts.after());
        return all;
    }

    /** Has {@code listener} told of the runs that are selected, in the order of the table. */
    public void onSelected(Consumer<List<RunRow>> listener) {
        selected = listener;
    }

    /** The runs selected. */
    public List<RunRow> selection() {
        return chosen;
    }

    /** Selects these runs and no others. */
    public void select(List<RunRow> runs) {
        restoring = true;
        getSelectionModel().clearSelection();
        for (RunRow run : runs) {
            getSelectionModel().select(run);
        }
        restoring = false;
        selectionChanged();
    }

    private void selectionChanged() {
        if (restoring || model.isArranging()) {
            return;
        }
        List<RunRow> now = getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .filter(RunRow.class::isInstance)
                .map(RunRow.class::cast)
                .toList();
        if (!now.equals(chosen)) {
            chosen = now;
            selected.accept(now);
        }
    }

    /** The model's list was set anew or its rows changed: what was selected stays selected. */
    private void changed() {
        scores.readReference();
        List<RunRow> wanted = chosen.stream().filter(model.rows()::contains).toList();
        List<CompareRow> now = getSelectionModel().getSelectedItems().stream()
                .filter(RunRow.class::isInstance)
                .toList();
        if (now.size() != wanted.size() || !now.containsAll(wanted)) {
            select(wanted);
        }
        if (wanted.size() != chosen.size()) {
            chosen = wanted;
            selected.accept(wanted);
        }
    }

    private void keys(KeyEvent event) {
        if (getEditingCell() == null
                && getSelectionModel().getSelectedItem() instanceof GroupRow group
                && (event.getCode() == KeyCode.SPACE
                        || event.getCode() == KeyCode.ENTER
                        || event.getCode() == (group.open() ? KeyCode.LEFT : KeyCode.RIGHT))) {
            int index = getSelectionModel().getSelectedIndex();
            model.toggle(group);
            getSelectionModel().clearAndSelect(index);
            event.consume();
        }
    }

    /** A column with an id and a title that a screen reader says. */
    static <T> TableColumn<CompareRow, T> column(String id, String title) {
        TableColumn<CompareRow, T> column = new TableColumn<>(title);
        column.setId(id);
        column.setReorderable(true);
        return column;
    }

    /** The row itself as the value of a cell, so that a cell decides what to show. */
    static TableColumn<CompareRow, CompareRow> whole(String id, String title) {
        TableColumn<CompareRow, CompareRow> column = column(id, title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }
}

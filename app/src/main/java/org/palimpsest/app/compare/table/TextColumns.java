package org.palimpsest.app.compare.table;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.Subject;

/** The columns that say what a run is, before and after the scores. */
final class TextColumns {
    private final Messages words;
    private final TextScale scale;
    private final List<TableColumn<CompareRow, ?>> before;
    private final List<TableColumn<CompareRow, ?>> after;

    TextColumns(Messages words, ScoreWords names, MarkEdits edits, TableModel model, TextScale scale) {
        this.scale = scale;
        this.words = words;
        TableColumn<CompareRow, CompareRow> star = RunTable.whole("star", "★");
        star.setCellFactory(column -> new StarCell(model, words, edits));
        star.setPrefWidth(42 * scale.get());
        TableColumn<CompareRow, CompareRow> name = RunTable.whole("name", words.get("column.name"));
        name.setCellFactory(column -> new NameCell(words, names, model));
        name.setPrefWidth(220 * scale.get());
        TableColumn<CompareRow, String> method = text(
                "method",
                170,
                row -> row instanceof RunRow run
                        ? names.method(run.entry().summary().method())
                        : "");
        TableColumn<CompareRow, String> state = text("state", 130, this::state);
        before = List.of(star, name, method, state);
        TableColumn<CompareRow, String> tags = text(
                "tags",
                120,
                row -> row instanceof RunRow run ? String.join(", ", run.mark().tags()) : "");
        editable(tags, (run, value) -> edits.tag(run, List.of(value.split(","))));
        TableColumn<CompareRow, String> note =
                text("note", 180, row -> row instanceof RunRow run ? run.mark().note() : "");
        editable(note, edits::note);
        after = List.of(tags, note);
    }

    private TableColumn<CompareRow, String> text(String id, double width, Function<CompareRow, String> text) {
        TableColumn<CompareRow, String> column = RunTable.column(id, words.get("column." + id));
        column.setCellValueFactory(cell -> cell.getValue() instanceof RunRow run
                ? Bindings.createStringBinding(() -> text.apply(run), run.version())
                : new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width * scale.get());
        return column;
    }

    private void editable(TableColumn<CompareRow, String> column, BiConsumer<RunRow, String> edit) {
        column.setCellFactory(any -> new TextFieldTableCell<>(new DefaultStringConverter()) {
            @Override
            public void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setEditable(!empty && getTableRow() != null && getTableRow().getItem() instanceof RunRow);
            }
        });
        column.setOnEditCommit(event -> {
            if (event.getRowValue() instanceof RunRow run) {
                edit.accept(run, event.getNewValue() == null ? "" : event.getNewValue());
            }
        });
    }

    private String state(CompareRow row) {
        if (!(row instanceof RunRow run)) {
            return row instanceof BaselineRow baseline
                    ? words.get("baseline." + baseline.subject().name().toLowerCase(Locale.ROOT))
                    : "";
        }
        RunSummary summary = run.entry().summary();
        String state = words.get("state." + summary.state());
        return summary.state() == RunSummary.State.FINISHED || summary.totalSteps() == 0
                ? state
                : words.get("state.step", state, summary.step(), summary.totalSteps());
    }

    List<TableColumn<CompareRow, ?>> before() {
        return before;
    }

    List<TableColumn<CompareRow, ?>> after() {
        return after;
    }

    /** What a baseline is called. */
    static String title(Messages words, BaselineRow baseline) {
        return words.get(baseline.subject() == Subject.TARGET ? "row.target" : "row.reference");
    }

    /** What a group is called. */
    static String title(Messages words, ScoreWords names, GroupRow group, Grouping grouping) {
        String key = group.key();
        String name =
                switch (grouping) {
                    case METHOD -> names.method(key);
                    case STATE -> key.isEmpty() ? "" : words.get("state." + key);
                    case TAG, NONE -> key;
                };
        return words.get("row.group", name.isEmpty() ? words.get("row.untagged") : name, group.count());
    }
}

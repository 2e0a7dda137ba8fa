package org.palimpsest.app.compare.examples;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.palimpsest.app.chart.plot.Numerals;
import org.palimpsest.app.compare.table.TextScale;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Subject;

/** The table of examples on screen. */
final class ExampleTable extends TableView<ExampleRow> {
    private final Messages words;
    private final TextScale scale;

    ExampleTable(ExampleModel model, Messages words, TextScale scale) {
        super(model.rows());
        this.words = words;
        this.scale = scale;
        scale.widen(this::getColumns);
        setId("example-table");
        getStyleClass().add(Styles.DENSE);
        setAccessibleText(words.get("tab.examples"));
        setPlaceholder(new Label(words.get("examples.placeholder")));
        getColumns().add(text("verdict", 150, row -> words.get("verdict." + row.verdict())));
        getColumns().add(text("question", 250, row -> row.example().question()));
        getColumns().add(number("target", row -> row.example().target()));
        getColumns().add(number("now", row -> row.example().unlearned()));
        getColumns().add(number("reference", row -> row.example().reference()));
        getColumns().add(text("answer.now", 220, row -> answer(row, Subject.UNLEARNED)));
        getColumns().add(text("answer.true", 200, row -> row.example().answer()));
        getColumns().add(text("answer.target", 200, row -> answer(row, Subject.TARGET)));
        getColumns().add(text("answer.reference", 200, row -> answer(row, Subject.REFERENCE)));
    }

    private static String answer(ExampleRow row, Subject subject) {
        return row.example().answers().getOrDefault(subject, "").strip();
    }

    private TableColumn<ExampleRow, String> text(String key, double width, Function<ExampleRow, String> text) {
        TableColumn<ExampleRow, String> column = new TableColumn<>(words.get("examples." + key));
        column.setId("example-" + key);
        column.setPrefWidth(width * scale.get());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private TableColumn<ExampleRow, Double> number(String key, ToDoubleFunction<ExampleRow> value) {
        TableColumn<ExampleRow, Double> column = new TableColumn<>(words.get("examples." + key));
        column.setId("example-" + key);
        column.setPrefWidth(110 * scale.get());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setCellFactory(any -> new TableCell<>() {
            {
                setAlignment(Pos.CENTER_RIGHT);
            }

            @Override
            protected void updateItem(Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : Numerals.value(item));
            }
        });
        return column;
    }
}

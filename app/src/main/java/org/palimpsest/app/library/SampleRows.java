package org.palimpsest.app.library;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.palimpsest.app.text.Messages;

/** The first rows of a file of data. */
final class SampleRows extends TableView<Map<String, String>> {
    private static final double WIDEST = 320;

    SampleRows(List<String> columns, List<Map<String, String>> rows) {
        setId("library-sample-rows");
        setAccessibleText(Messages.of("library").get("sample-rows"));
        getStyleClass().add("library-sample-rows");
        List<String> names =
                columns.isEmpty() && !rows.isEmpty() ? List.copyOf(rows.get(0).keySet()) : columns;
        for (String name : names) {
            TableColumn<Map<String, String>, String> column = new TableColumn<>(name);
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().getOrDefault(name, "")));
            column.setSortable(false);
            column.setPrefWidth(WIDEST);
            getColumns().add(column);
        }
        getItems().setAll(rows);
    }
}

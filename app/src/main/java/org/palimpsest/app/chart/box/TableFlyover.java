package org.palimpsest.app.chart.box;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.surface.ChartSurface;

/** A chart's numbers, laid over its drawing. Escape takes them away. */
final class TableFlyover extends BorderPane {
    private final TableView<Integer> view = new TableView<>();

    TableFlyover(ChartTable table, String title, ChartSurface over, Runnable close) {
        getStyleClass().add("chart-table");
        view.setAccessibleText(title);
        for (int i = 0; i < table.columns().size(); i++) {
            view.getColumns().add(column(table, i, over.themeProperty().get().fontSize()));
        }
        view.setItems(rows(table.rows()));
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
        setCenter(view);
    }

    void focusTable() {
        view.requestFocus();
        view.getSelectionModel().selectFirst();
    }

    private static TableColumn<Integer, Object> column(ChartTable table, int index, double fontSize) {
        TableColumn<Integer, Object> column = new TableColumn<>(table.columns().get(index));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(table.cells().at(row.getValue(), index)));
        column.setCellFactory(ignored -> new NumberCell());
        column.setSortable(false);
        column.setPrefWidth(fontSize * Math.max(6, 2.5 + 0.65 * column.getText().length()));
        return column;
    }

    private static ObservableList<Integer> rows(int count) {
        Integer[] numbers = new Integer[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return FXCollections.observableArrayList(numbers);
    }
}

package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.export.Tables;
import org.palimpsest.app.text.Clip;

/** Attacks whose points have names, as a table: a row a name, a column a model, the retained reference beside each. */
final class CourseTable extends VBox {
    private final AttackWords words;
    private final Label title = new Label();
    private final TableView<Integer> view = new TableView<>();
    private ChartTable table = ChartTable.of(List.of(), List.of());

    CourseTable(AttackWords words) {
        this.words = words;
        getStyleClass().add("course-table");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon("fth-clipboard"));
        copy.setId("attack-table-copy");
        copy.getStyleClass().addAll("flat", "button-icon");
        copy.setAccessibleText(words.get("table.copy"));
        copy.setTooltip(new Tooltip(words.get("table.copy")));
        copy.setOnAction(event -> {
            Clip.put(Tables.tsv(table));
        });
        view.setId("attack-table");
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(new HBox(title, space, copy), view);
    }

    void show(String newTitle, String quantity, List<AttackCourse> courses) {
        title.setText(newTitle);
        view.setAccessibleText(newTitle);
        table = rows(quantity, courses);
        view.getColumns().clear();
        for (int i = 0; i < table.columns().size(); i++) {
            view.getColumns().add(column(i));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            numbers.add(i);
        }
        view.getItems().setAll(numbers);
    }

    private TableColumn<Integer, String> column(int index) {
        String name = table.columns().get(index);
        Label head = new Label(name);
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setGraphic(head);
        column.setSortable(false);
        // As wide as its head: where that is more than there is, the table scrolls.
        head.layoutBoundsProperty().addListener((bounds, before, now) -> widen(column, head));
        head.fontProperty().addListener((font, before, now) -> widen(column, head));
        ChartTable now = table;
        column.setCellValueFactory(row -> {
            Object cell = now.cells().at(row.getValue(), index);
            return new ReadOnlyStringWrapper(cell instanceof Double value ? words.figure(value) : String.valueOf(cell));
        });
        return column;
    }

    private static void widen(TableColumn<?, ?> column, Label head) {
        double wanted = Math.ceil(head.prefWidth(-1) + 2 * head.getFont().getSize());
        if (column.getMinWidth() < wanted) {
            column.setMinWidth(wanted);
            column.setPrefWidth(wanted);
        }
    }

    /** The numbers of a quantity; NaN where there is none. */
    ChartTable rows(String quantity, List<AttackCourse> courses) {
        Set<String> labels = new LinkedHashSet<>();
        List<String> columns = new ArrayList<>(List.of(words.get("table.name")));
        for (AttackCourse course : courses) {
            course.now().points().forEach(point -> labels.add(point.label()));
            course.reference().points().forEach(point -> labels.add(point.label()));
            boolean alone = courses.size() == 1;
            columns.add(words.get(alone ? "series.now" : "series.now.of", course.step(), words.time(course)));
            columns.add(
                    words.get(alone ? "series.reference" : "series.reference.of", course.step(), words.time(course)));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (String label : labels) {
            List<Object> row = new ArrayList<>();
            row.add(words.label(label));
            for (AttackCourse course : courses) {
                row.add(value(course.now(), label, quantity));
                row.add(value(course.reference(), label, quantity));
            }
            rows.add(row);
        }
        return ChartTable.of(columns, rows);
    }

    private static double value(AttackTrack track, String label, String quantity) {
        AttackTrack.Point point = track.named(label);
        return point == null ? Double.NaN : point.value(quantity);
    }
}

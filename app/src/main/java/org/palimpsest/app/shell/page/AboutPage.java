package org.palimpsest.app.shell.page;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Tasks;

/** What this program is, its version, and the libraries it stands on. */
public final class AboutPage extends VBox {

    public AboutPage(Tasks tasks) {
        Messages words = Messages.of("shell");
        String version = AboutPage.class.getPackage().getImplementationVersion();
        Label title = new Label(words.get("about.version", version == null ? words.get("about.source") : version));
        title.getStyleClass().add("title-4");
        Label text = new Label(words.get("about.text"));
        text.setWrapText(true);
        Label system = new Label(words.get(
                "about.system",
                System.getProperty("java.version"),
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
        system.setWrapText(true);
        Label heading = new Label(words.get("about.licences"));
        heading.getStyleClass().add("title-4");
        TableView<Licences.Entry> table = table(words);
        getChildren().addAll(title, text, system, heading, table);
        tasks.compute(
                Licences::all,
                table.getItems()::setAll,
                failure -> table.setPlaceholder(new Label(words.get("about.failed", failure.getMessage()))));
    }

    private static TableView<Licences.Entry> table(Messages words) {
        TableView<Licences.Entry> table = new TableView<>();
        table.setId("licences");
        table.getStyleClass().add("licences");
        table.setAccessibleText(words.get("about.licences"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns()
                .addAll(List.of(
                        column(words.get("about.library"), 300, Licences.Entry::name),
                        column(words.get("about.licence"), 300, Licences.Entry::licence),
                        column(words.get("about.url"), 400, Licences.Entry::url)));
        return table;
    }

    private static TableColumn<Licences.Entry, String> column(
            String name, double share, Function<Licences.Entry, String> value) {
        TableColumn<Licences.Entry, String> column = new TableColumn<>(name);
        column.setPrefWidth(share);
        column.setCellFactory(made -> new ToldCell());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    /** A text that may be cut, and is told in full by its tooltip. */
    private static final class ToldCell extends TableCell<Licences.Entry, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty ? null : new Tooltip(text));
        }
    }
}

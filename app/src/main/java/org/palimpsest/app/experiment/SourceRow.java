package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingsFlow;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;

/** A file of data and, when asked for, how it is read. */
final class SourceRow extends VBox {

    SourceRow(Workbench workbench, Stock stock, SourceForm source, DataRole role) {
        Messages words = Messages.of("experiment");
        getStyleClass().add("experiment-source");
        SettingsFlow reading = new SettingsFlow(source.reading().fields(), "experiment-" + role.key());
        Button more = new Button(words.get("reading"), new FontIcon("fth-chevron-right"));
        more.setId("experiment-" + role.key() + "-reading");
        more.setAccessibleText(words.get("reading.of", words.get("part." + role.key())));
        more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "experiment-more");
        more.setOnAction(event -> show(more, reading, !reading.isVisible()));
        more.visibleProperty().bind(source.path().text().isNotEmpty());
        more.managedProperty().bind(more.visibleProperty());
        boolean set = !source.reading().differing().isEmpty();
        show(more, reading, set);
        source.path().text().addListener((value, before, now) -> {
            if (now.isEmpty()) {
                show(more, reading, false);
            }
        });
        getChildren().addAll(new PathRow(workbench, stock, source.path(), Ingredient.Kind.DATA), more, reading);
    }

    private static void show(Button more, SettingsFlow reading, boolean wanted) {
        reading.setVisible(wanted);
        reading.setManaged(wanted);
        ((FontIcon) more.getGraphic()).setIconLiteral(wanted ? "fth-chevron-down" : "fth-chevron-right");
    }
}

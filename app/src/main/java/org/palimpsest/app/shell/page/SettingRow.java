package org.palimpsest.app.shell.page;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.text.Messages;

/** A preference: what it is called, its control, and what it means. */
final class SettingRow {
    private SettingRow() {}

    /** Adds a row to {@code grid}; words are {@code preferences.NAME} and {@code preferences.NAME.help}. */
    static void add(GridPane grid, String name, Region control, Control named) {
        Messages words = Messages.of("shell");
        Label label = new Label(words.get("preferences." + name));
        label.setLabelFor(named);
        label.getStyleClass().add("setting-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        named.setId("preference-" + name);
        named.setAccessibleText(words.get("preferences." + name));
        Label help = new Label(words.get("preferences." + name + ".help"));
        help.getStyleClass().add("text-muted");
        help.setWrapText(true);
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(control, 1, row);
        grid.add(help, 1, row + 1);
    }
}

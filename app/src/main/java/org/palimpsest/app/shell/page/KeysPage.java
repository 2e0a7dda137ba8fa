package org.palimpsest.app.shell.page;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.app.workbench.Command;

/** Every command that has keys, under the place where the keys work. */
public final class KeysPage extends VBox {

    /** @param groups heading to commands */
    public KeysPage(Map<String, List<Command>> groups) {
        groups.forEach((heading, commands) -> {
            List<Command> withKeys =
                    commands.stream().filter(command -> command.keys() != null).toList();
            if (!withKeys.isEmpty()) {
                Label title = new Label(heading);
                title.getStyleClass().add("title-4");
                getChildren().addAll(title, grid(withKeys));
            }
        });
    }

    private static GridPane grid(List<Command> commands) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (Command command : commands) {
            Label keys = new Label(command.keys().getDisplayText());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label title = new Label(command.title());
            title.setWrapText(true);
            grid.addRow(grid.getRowCount(), keys, title);
        }
        return grid;
    }
}

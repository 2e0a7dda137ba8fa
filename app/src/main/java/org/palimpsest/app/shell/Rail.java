package org.palimpsest.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.PlaceId;

/** The places, one under the other, and below them what is set for all of them. */
final class Rail extends VBox {
    /** Height of a line of text, in sizes of its font. */
    private static final double LINE = 1.6;

    private final Map<PlaceId, ToggleButton> buttons = new EnumMap<>(PlaceId.class);

    /**
     * @param go goes to a place
     * @param palette finds everything else
     * @param preferences shows the preferences
     */
    Rail(Consumer<PlaceId> go, Command palette, Command preferences) {
        getStyleClass().add("rail");
        Messages words = Messages.of("shell");
        ToggleGroup group = new ToggleGroup();
        for (PlaceId place : PlaceId.values()) {
            String name = words.get("place." + place.key());
            ToggleButton button = new ToggleButton(name, new FontIcon(place.icon()));
            button.setId("place-" + place.key());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinHeight(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setAccessibleText(name);
            button.setTooltip(new Tooltip(words.get("place." + place.key() + ".tip", place.ordinal() + 1)));
            button.setOnAction(event -> {
                button.setSelected(true);
                go.accept(place);
            });
            buttons.put(place, button);
            getChildren().add(button);
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        setMinHeight(0);
        heightProperty().addListener((value, before, now) -> fit());
        getChildren().addAll(space, tool("fth-search", palette), tool("fth-settings", preferences));
    }

    private static Button tool(String icon, Command command) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId("rail-" + command.id().replace('.', '-'));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
        String keys = command.keys() == null ? "" : " (" + command.keys().getDisplayText() + ")";
        button.setAccessibleText(command.title());
        button.setTooltip(new Tooltip(command.title() + keys));
        button.setOnAction(event -> command.action().run());
        return button;
    }

    /** Leaves icons alone where large text would not fit one under the other; names stay in tooltips. */
    private void fit() {
        double names = 0;
        for (ToggleButton button : buttons.values()) {
            names = Math.max(names, button.getFont().getSize() * LINE);
        }
        boolean named = buttons.values().iterator().next().getContentDisplay() == ContentDisplay.TOP;
        double needed = prefHeight(-1) + (named ? 0 : names * buttons.size());
        ContentDisplay display = needed > getHeight() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP;
        buttons.values().forEach(button -> button.setContentDisplay(display));
    }

    /** Marks the place that is seen; null marks none. */
    void mark(PlaceId place) {
        buttons.forEach((id, button) -> button.setSelected(id == place));
    }
}

package org.palimpsest.app.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Navigator;
import org.palimpsest.app.workbench.PlaceId;

/** The places, one under the other. */
final class Rail extends VBox {
    private final Map<PlaceId, ToggleButton> buttons = new EnumMap<>(PlaceId.class);

    Rail(Navigator navigator) {
        Messages words = Messages.of("shell");
        getStyleClass().add("rail");
        ToggleGroup group = new ToggleGroup();
        for (PlaceId place : PlaceId.values()) {
            String name = words.get("place." + place.key());
            ToggleButton button = new ToggleButton(name, new FontIcon(place.icon()));
            button.setId("place-" + place.key());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setAccessibleText(name);
            button.setTooltip(new Tooltip(words.get("place." + place.key() + ".tip", place.ordinal() + 1)));
            button.setOnAction(event -> {
                button.setSelected(true);
                navigator.go(place);
            });
            buttons.put(place, button);
            getChildren().add(button);
        }
        navigator.here().addListener((value, before, now) -> buttons.get(now).setSelected(true));
    }
}

package org.palimpsest.app.compare;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.PlaceId;

/** The menus of the table: what can be done with the runs selected, and how the table leaves the window. */
final class CompareBar {
    private final CompareActions actions;
    private final Messages words;

    CompareBar(CompareActions actions, Messages words) {
        this.actions = actions;
        this.words = words;
    }

    /** The menu of a row. */
    ContextMenu rows() {
        ContextMenu menu = new ContextMenu(
                item("star.toggle", "S", actions::toggleStars),
                new SeparatorMenuItem(),
                item("open.live", null, actions::openLive),
                item("open.ask", null, () -> actions.openAt(PlaceId.ASK)),
                item("open.attack", null, () -> actions.openAt(PlaceId.ATTACK)),
                new SeparatorMenuItem(),
                item("copy.table", "Shortcut+C", actions::copyTable),
                item("copy.compare", null, () -> actions.copyCommand("compare")),
                item("copy.report", null, () -> actions.copyCommand("report")),
                new SeparatorMenuItem(),
                item("delete", "DELETE", actions::delete));
        menu.setOnShowing(event -> menu.getItems().forEach(each -> each.setDisable(!actions.hasSelection())));
        return menu;
    }

    /** The button for what concerns all runs compared. */
    MenuButton sharing() {
        MenuButton menu = new MenuButton(words.get("share"), new FontIcon("fth-share"));
        menu.setId("compare-share");
        menu.getItems()
                .addAll(
                        item("copy.table", null, actions::copyTable),
                        item("export.csv", null, actions::exportTable),
                        new SeparatorMenuItem(),
                        item("copy.compare", null, () -> actions.copyCommand("compare")),
                        item("copy.report", null, () -> actions.copyCommand("report")));
        return menu;
    }

    /** The button that moves the runs selected to the trash. */
    Button deletion() {
        Button button = new Button(words.get("delete"), new FontIcon("fth-trash-2"));
        button.setId("compare-delete");
        button.setOnAction(event -> actions.delete());
        return button;
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId("compare-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        return item;
    }
}

package org.palimpsest.app.experiment;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;

/** The run's name, where experiments come from and where they go to. */
final class ExperimentBar extends HBox {
    private final Messages words = Messages.of("experiment");

    ExperimentBar(ExperimentForm form, Presets presets, RecipeFiles files) {
        getStyleClass().add("experiment-bar");
        TextField name = new TextField();
        SettingField field = form.name();
        name.setId("experiment-name");
        name.setAccessibleText(words.get("name"));
        name.setPromptText(words.get("name"));
        name.textProperty().bindBidirectional(field.text());
        name.setOnAction(event -> field.commit());
        name.focusedProperty().addListener((value, before, now) -> {
            if (!now) {
                field.commit();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        presets(presets),
                        button("open", "fth-folder", files::open),
                        button("save", "fth-save", files::save),
                        copies(files));
    }

    private MenuButton presets(Presets presets) {
        MenuButton menu = menu("presets", "fth-package");
        for (String method : Presets.SAMPLE_METHODS) {
            String name = Catalogue.method(method).map(MethodCard::name).orElse(method);
            menu.getItems().add(item(words.get("preset.sample", name), "fth-package", () -> presets.sample(method)));
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(words.get("preset.tofu"), "fth-folder", presets::tofuFolder),
                        item(words.get("preset.anew"), "fth-file", presets::anew));
        return menu;
    }

    private MenuButton copies(RecipeFiles files) {
        MenuButton menu = menu("copy", "fth-clipboard");
        menu.getItems()
                .addAll(
                        item(words.get("copy.recipe"), "fth-file-text", files::copyRecipe),
                        item(words.get("copy.command"), "fth-terminal", files::copyCommand));
        return menu;
    }

    private MenuButton menu(String key, String icon) {
        MenuButton menu = new MenuButton(words.get(key), new FontIcon(icon));
        menu.setId("experiment-" + key);
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static MenuItem item(String text, String icon, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(words.get(key), new FontIcon(icon));
        button.setId("experiment-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}

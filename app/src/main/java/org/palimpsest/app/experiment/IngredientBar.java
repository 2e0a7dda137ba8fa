package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingField;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.Ingredient;

/** Something came from the Library: asks what it is to be, the likeliest answer first in colour. */
final class IngredientBar extends FlowPane {
    private final ExperimentForm form;
    private final Messages words = Messages.of("experiment");

    IngredientBar(ExperimentForm form) {
        this.form = form;
        getStyleClass().add("experiment-ingredient");
        setId("experiment-ingredient");
        close();
    }

    void ask(Ingredient ingredient) {
        List<SettingField> fields = fields(ingredient.kind());
        SettingField likely = likely(ingredient, fields);
        Label question = new Label(words.get("ingredient", ingredient.path().getFileName()));
        getChildren().setAll(question);
        for (SettingField field : fields) {
            String key = field.parameter().name();
            Button button = new Button(words.get("part." + key));
            button.setId("experiment-as-" + key);
            button.getStyleClass().add(Styles.SMALL);
            if (field == likely) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            button.setOnAction(event -> {
                field.text().set(ingredient.path().toString());
                field.commit();
                close();
            });
            getChildren().add(button);
        }
        Button none = new Button(null, new FontIcon("fth-x"));
        none.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        none.setAccessibleText(words.get("cancel"));
        none.setOnAction(event -> close());
        getChildren().add(none);
        setVisible(true);
        setManaged(true);
        getChildren().stream()
                .filter(node -> node instanceof Button && node.getStyleClass().contains(Styles.ACCENT))
                .findFirst()
                .ifPresent(javafx.scene.Node::requestFocus);
    }

    private void close() {
        setVisible(false);
        setManaged(false);
    }

    private List<SettingField> fields(Ingredient.Kind kind) {
        List<SettingField> fields = new ArrayList<>();
        if (kind == Ingredient.Kind.MODEL) {
            List.of("target", "reference", "base").forEach(key -> fields.add(form.model(key)));
        } else {
            for (DataRole role : DataRole.values()) {
                fields.add(form.source(role).path());
            }
        }
        return fields;
    }

    /** By the file's name, otherwise the first that is still empty. */
    private SettingField likely(Ingredient ingredient, List<SettingField> fields) {
        String name = ingredient.path().getFileName().toString().toLowerCase(Locale.ROOT);
        if (ingredient.kind() == Ingredient.Kind.DATA) {
            return TofuFolder.role(ingredient.path())
                    .map(role -> form.source(role).path())
                    .orElseGet(() -> firstEmpty(fields));
        }
        if (name.contains("reference") || name.contains("retain")) {
            return form.model("reference");
        }
        return name.contains("base") ? form.model("base") : firstEmpty(fields);
    }

    private static SettingField firstEmpty(List<SettingField> fields) {
        return fields.stream()
                .filter(field -> field.text().get().isBlank())
                .findFirst()
                .orElse(fields.get(0));
    }
}

package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.recipe.Recipe;

/** While nothing is chosen: how to begin without having anything. */
final class SampleHint extends VBox {
    private final ExperimentModel model;

    SampleHint(ExperimentModel model, Presets presets) {
        this.model = model;
        Messages words = Messages.of("experiment");
        getStyleClass().add("experiment-offer");
        Label told = new Label(words.get("sample.hint"));
        told.setWrapText(true);
        Button fill = new Button(words.get("sample.fill"), new FontIcon("fth-package"));
        fill.setId("experiment-fill-sample");
        fill.getStyleClass().add(Styles.ACCENT);
        fill.setOnAction(event -> presets.sample("npo"));
        getChildren().addAll(told, fill);
        model.looked().addListener((value, before, now) -> show());
        show();
    }

    private void show() {
        Recipe recipe = model.form().recipe();
        boolean empty = recipe.model().target() == null && recipe.data().forget() == null;
        setVisible(empty);
        setManaged(empty);
    }
}

package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.form.SettingsFlow;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;

/** The method, what it does, and its settings. */
final class MethodPane extends VBox {
    private final ExperimentForm form;
    private final ChoiceBox<MethodCard> choice = new ChoiceBox<>();
    private final Label formula = new Label();
    private final Label explanation = new Label();
    private final Label source = new Label();
    private final VBox settings = new VBox();
    private final Map<String, SettingsFlow> flows = new HashMap<>();
    private final Messages words = Messages.of("experiment");

    MethodPane(ExperimentForm form) {
        this.form = form;
        getStyleClass().add("experiment-inside");
        choice.setId("experiment-method");
        choice.setAccessibleText(words.get("section.method"));
        choice.getItems().setAll(Catalogue.methods());
        choice.setConverter(ChoiceText.of(card -> words.get("method.item", card.name(), card.id())));
        choice.valueProperty().addListener((value, before, now) -> {
            if (now != null) {
                form.choose(now);
            }
        });
        formula.setWrapText(true);
        formula.getStyleClass().add("experiment-formula");
        formula.setId("experiment-formula");
        explanation.setWrapText(true);
        source.setWrapText(true);
        source.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        getChildren().addAll(choice, formula, explanation, settings, source);
        form.method().addListener((value, before, now) -> show(now));
        show(form.method().get());
    }

    private void show(MethodCard card) {
        choice.setValue(card);
        formula.setText(card.formula());
        explanation.setText(card.explanation());
        source.setText(words.get(
                "method.source",
                card.source().authors(),
                String.valueOf(card.source().year()),
                card.source().title(),
                card.source().reference()));
        boolean any = !card.hyperParameters().isEmpty();
        settings.setVisible(any);
        settings.setManaged(any);
        settings.getChildren()
                .setAll(flows.computeIfAbsent(
                        card.id(),
                        id -> new SettingsFlow(form.settingsOf(id).fields().fields(), "experiment-method-" + id)));
    }
}

package org.palimpsest.app.attack;

import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.app.form.SettingsForm;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Claim;

/** What an attack says of itself, and the form of its settings: all of it from its card. */
final class CardPane extends VBox {

    CardPane(AttackWords words, AttackCard card, SettingsFormModel form) {
        getStyleClass().add("attack-card");
        getChildren().add(wrapped(card.explanation(), "explanation"));
        SettingsForm fields = new SettingsForm(form, "attack-" + card.id());
        fields.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(fields);
        VBox more = new VBox();
        more.getStyleClass().add("more");
        if (!card.formula().isEmpty()) {
            more.getChildren().add(wrapped(card.formula(), "formula"));
        }
        more.getChildren().add(wrapped(words.source(card.source()), "source"));
        for (Claim claim : card.claims()) {
            more.getChildren().add(wrapped(words.claim(claim), "claim"));
        }
        TitledPane known = new TitledPane(words.get("card.more"), more);
        known.setId("attack-" + card.id() + "-more");
        known.setExpanded(false);
        known.setAnimated(false);
        known.setMinWidth(0);
        setMinWidth(0);
        known.getStyleClass().add("dense");
        getChildren().add(known);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}

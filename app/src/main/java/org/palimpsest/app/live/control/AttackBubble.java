package org.palimpsest.app.live.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingsForm;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.RunCommand;

/** Chooses an attack and its settings, from the cards there are. */
final class AttackBubble {
    private final Messages words = Messages.of("live");
    private final ChoiceBox<AttackCard> choice = new ChoiceBox<>();
    private final Label explanation = new Label();
    private final VBox form = new VBox();
    private final Button attack = new Button(words.get("attack.do"), new FontIcon("fth-shield-off"));
    private final Bubble bubble;
    private SettingsFormModel model;

    AttackBubble(LiveRun run, Sender sender, Clips clips) {
        bubble = new Bubble("live-attack", words.get("attack.heading"), words.get("attack.explained", run.name()));
        choice.setId("live-attack-choice");
        choice.getItems().setAll(Catalogue.attacks());
        choice.setConverter(ChoiceText.of(AttackCard::name));
        choice.valueProperty().addListener((value, before, now) -> choose(now));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("live-muted");
        attack.setId("live-attack-do");
        attack.setDefaultButton(true);
        attack.setOnAction(event -> {
            bubble.hide();
            sender.send(run, command());
        });
        bubble.field(words.get("attack.choice"), choice)
                .add(explanation, form)
                .actions(attack, clips.command("live-attack-copy", () -> CommandText.send(run.folder(), command())));
        choice.setValue(choice.getItems().get(0));
    }

    private void choose(AttackCard card) {
        model = SettingsFormModel.of(card);
        explanation.setText(card.explanation());
        form.getChildren().setAll(new SettingsForm(model, "live-attack-" + card.id()));
        attack.disableProperty().bind(model.valid().not());
    }

    private RunCommand.AttackNow command() {
        return new RunCommand.AttackNow(choice.getValue().id(), model.differing());
    }

    void show(Node owner) {
        bubble.show(owner, choice);
    }
}

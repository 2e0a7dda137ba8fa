package org.palimpsest.app.live.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Navigator;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.RunCommand;

/** Asks target, the model as it is now, and reference one question. */
final class AskBubble {
    private static final int TOKENS = 48;

    private final Messages words = Messages.of("live");
    private final TextField field = new TextField();
    private final Bubble bubble;

    AskBubble(LiveRun run, String suggested, Sender sender, Clips clips, Navigator navigator) {
        bubble = new Bubble("live-ask", words.get("ask.heading"), words.get("ask.explained"));
        field.setId("live-ask-question");
        field.setText(suggested);
        Button ask = new Button(words.get("ask.do"), new FontIcon("fth-message-circle"));
        ask.setId("live-ask-do");
        ask.setDefaultButton(true);
        ask.setOnAction(event -> {
            bubble.hide();
            sender.send(run, new RunCommand.Ask(field.getText().strip(), TOKENS));
        });
        Button more = new Button(words.get("ask.more"), new FontIcon("fth-external-link"));
        more.setId("live-ask-more");
        more.setOnAction(event -> {
            bubble.hide();
            navigator.open(PlaceId.ASK, new RunAt(run.folder(), null));
        });
        ask.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> field.getText().isBlank(), field.textProperty()));
        bubble.field(words.get("ask.question"), field)
                .actions(
                        ask,
                        clips.command(
                                "live-ask-copy",
                                () -> CommandText.send(
                                        run.folder(),
                                        new RunCommand.Ask(field.getText().strip(), TOKENS))),
                        more);
    }

    void show(Node owner) {
        bubble.show(owner, field);
        field.selectAll();
    }
}

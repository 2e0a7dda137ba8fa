package org.palimpsest.app.live.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunCommand;

/** Changes the peak of the learning rate of a run at work. */
final class RateBubble {
    private final Messages words = Messages.of("live");
    private final TextField field = new TextField();
    private final Bubble bubble;

    /** @param peak the present one */
    RateBubble(LiveRun run, double peak, Sender sender, Clips clips) {
        bubble = new Bubble(
                "live-rate", words.get("rate.heading"), words.get("rate.explained", run.name(), NumberText.of(peak)));
        field.setId("live-rate-value");
        field.setText(NumberText.of(peak));
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("live-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button change = new Button(words.get("rate.do"), new FontIcon("fth-check"));
        change.setId("live-rate-do");
        change.setDefaultButton(true);
        Button copy = clips.command(
                "live-rate-copy",
                () -> CommandText.send(run.folder(), new RunCommand.ChangeLearningRate(value(field.getText()))));
        change.setOnAction(event -> {
            bubble.hide();
            sender.send(run, new RunCommand.ChangeLearningRate(value(field.getText())));
        });
        field.textProperty().addListener((text, before, now) -> {
            boolean wrong = value(now) == null;
            problem.setText(wrong ? words.get("rate.wrong", now) : "");
            change.setDisable(wrong || value(now) == peak);
            copy.setDisable(wrong);
        });
        change.setDisable(true);
        bubble.field(words.get("rate.value"), field).add(problem).actions(change, copy);
    }

    /** Null if it is no learning rate. */
    private static Double value(String text) {
        Double value = NumberText.parse(text);
        return value != null && value > 0 && value <= 1 ? value : null;
    }

    void show(Node owner) {
        bubble.show(owner, field);
        field.selectAll();
    }
}

package org.palimpsest.app.live.control;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.form.SettingsForm;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.recipe.RecipeWriter;

/** Puts a fork together: where, with which method and settings, at which learning rate. */
final class ForkBubble {
    private final Messages words = Messages.of("live");
    private final ForkModel model;
    private final LiveRun run;
    private final Sender sender;
    private final Notices notices;
    private final Bubble bubble;
    private final TextField step = new TextField();
    private final TextField rate = new TextField();
    private final ChoiceBox<MethodCard> method = new ChoiceBox<>();
    private final Label means = new Label();
    private final Label problem = new Label();
    private final VBox form = new VBox();
    private final Button fork = new Button(words.get("fork.do"), new FontIcon("fth-git-branch"));

    ForkBubble(LiveRun run, ForkModel model, Sender sender, Clips clips, Notices notices) {
        this.run = run;
        this.model = model;
        this.sender = sender;
        this.notices = notices;
        bubble = new Bubble(
                "live-fork",
                words.get("fork.heading"),
                words.get(model.anyStep() ? "fork.explained.rest" : "fork.explained.work", run.name()));
        step.setId("live-fork-step");
        step.textProperty().bindBidirectional(model.step());
        step.setDisable(!model.anyStep());
        rate.setId("live-fork-rate");
        rate.textProperty().bindBidirectional(model.learningRate());
        method.setId("live-fork-method");
        method.getItems().setAll(model.methods());
        method.setConverter(ChoiceText.of(MethodCard::name));
        method.valueProperty().bindBidirectional(model.method());
        means.setId("live-fork-means");
        means.setWrapText(true);
        means.getStyleClass().add("live-muted");
        problem.setWrapText(true);
        problem.getStyleClass().add("live-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        fork.setId("live-fork-do");
        fork.setDefaultButton(true);
        fork.setOnAction(event -> fork());
        Button command = clips.command("live-fork-copy-command", this::commandText);
        Button recipe = clips.recipe("live-fork-copy-recipe", () -> RecipeWriter.write(model.recipe()));
        command.disableProperty().bind(fork.disableProperty());
        recipe.disableProperty().bind(fork.disableProperty());
        bubble.field(words.get("fork.step", model.newest()), step)
                .field(words.get("fork.method"), method)
                .add(means)
                .field(words.get("fork.rate"), rate)
                .add(problem, form)
                .actions(fork, command, recipe);
        model.settings().addListener((value, before, now) -> form(now));
        form(model.settings().get());
        model.step().addListener((value, before, now) -> check());
        model.learningRate().addListener((value, before, now) -> check());
    }

    private void form(SettingsFormModel settings) {
        form.getChildren()
                .setAll(new SettingsForm(
                        settings, "live-fork-" + model.method().get().id()));
        settings.valid().addListener((value, before, now) -> check());
        means.setText(words.get(model.exact() ? "fork.exact" : "fork.weights"));
        check();
    }

    private void check() {
        String wrong = "";
        if (model.stepValue() == null) {
            wrong = words.get("fork.step.wrong", model.step().get(), model.newest());
        } else if (model.rateValue() == null) {
            wrong = words.get("rate.wrong", model.learningRate().get());
        } else if (model.nothingLeft()) {
            wrong = words.get("fork.nothing", model.stepValue());
        }
        problem.setText(wrong);
        fork.setDisable(!model.valid());
    }

    private void fork() {
        bubble.hide();
        try {
            String folder = sender.forkFolder(run).path().toString();
            sender.fork(run, model.stepValue(), model.command(folder));
        } catch (IOException e) {
            notices.error(words.get("fork.failed", run.name(), String.valueOf(e.getMessage())));
        }
    }

    private String commandText() {
        String folder = run.folder().path() + "-fork";
        return model.anyStep()
                ? CommandText.fork(run.folder(), model.stepValue(), model.command(folder))
                : CommandText.send(run.folder(), model.command(folder));
    }

    void show(Node owner) {
        bubble.show(owner, method);
    }
}

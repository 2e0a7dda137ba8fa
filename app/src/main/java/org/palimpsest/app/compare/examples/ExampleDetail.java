package org.palimpsest.app.compare.examples;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.tokens.DiffText;
import org.palimpsest.app.tokens.TokenHeat;
import org.palimpsest.app.tokens.TokenHeatStrip;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskProcess;
import org.palimpsest.engine.event.desk.DeskReply;

/** One example in full: the answers as they differ from the true one, and how far each of its tokens was forgotten. */
final class ExampleDetail extends ScrollPane {
    private final DeskProcess desk;
    private final Messages words;
    private final Label question = new Label();
    private final Label truth = new Label();
    private final VBox answers = new VBox();
    private final Label weighing = new Label();
    private final TokenHeatStrip heat = new TokenHeatStrip();
    private int turn;

    ExampleDetail(DeskProcess desk, Messages words) {
        this.desk = desk;
        this.words = words;
        question.setWrapText(true);
        question.getStyleClass().add("question");
        truth.setWrapText(true);
        weighing.setId("example-weighing");
        weighing.setWrapText(true);
        weighing.getStyleClass().add("muted");
        weighing.managedProperty().bind(weighing.textProperty().isNotEmpty());
        heat.managedProperty().bind(heat.visibleProperty());
        heat.setVisible(false);
        answers.getStyleClass().add("answers");
        Label head = new Label(words.get("examples.heat"));
        head.getStyleClass().add("head");
        VBox content = new VBox(question, truth, answers, head, weighing, heat);
        content.getStyleClass().add("example-detail");
        setContent(content);
        setFitToWidth(true);
        setId("example-detail");
    }

    /** Shows an example of a run; its tokens are asked for. */
    void show(RunEntry run, ExampleRow row) {
        DeskReply.Example example = row.example();
        question.setText(example.question());
        truth.setText(words.get("examples.truth", example.answer()));
        answers.getChildren().clear();
        for (Subject subject : List.of(Subject.UNLEARNED, Subject.TARGET, Subject.REFERENCE)) {
            String answer = example.answers().get(subject);
            if (answer != null) {
                Label name = new Label(words.get("subject." + subject.name().toLowerCase(Locale.ROOT)));
                name.getStyleClass().add("muted");
                DiffText text = new DiffText();
                text.show(example.answer().strip(), answer.strip());
                answers.getChildren().addAll(name, text);
            }
        }
        weigh(run, example);
    }

    private void weigh(RunEntry run, DeskReply.Example example) {
        int mine = ++turn;
        heat.setVisible(false);
        weighing.setText(words.get("examples.weighing"));
        desk.ask(
                id -> new DeskCommand.Weigh(id, run.path().toString(), null, example.question(), example.answer()),
                reply -> Platform.runLater(() -> {
                    if (mine == turn) {
                        take(reply);
                    }
                }));
    }

    private void take(DeskReply reply) {
        if (reply instanceof DeskReply.Weighed weighed) {
            weighing.setText("");
            heat.show(weighed.tokens().stream().map(TokenHeat::of).toList());
            heat.setVisible(true);
        } else if (reply instanceof DeskReply.Refused refused) {
            weighing.setText(words.get("examples.refused", refused.message()));
        }
    }
}

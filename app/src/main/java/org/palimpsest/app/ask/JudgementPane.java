package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** "Gone, or only hidden?": a judgement for each run that was asked, with the figures it rests on. */
final class JudgementPane extends VBox {
    private final AskWords words;

    JudgementPane(AskWords words) {
        this.words = words;
        getStyleClass().add("judgement-pane");
        setId("ask-judgement");
    }

    void show(AskRound round) {
        List<Node> lines = new ArrayList<>();
        for (int run = 0; run < round.runs().size(); run++) {
            Weighing weighing = round.weighings().get(run);
            if (weighing != null && !weighing.tokens().isEmpty()) {
                lines.add(line(round, run, weighing));
            }
        }
        if (!lines.isEmpty()) {
            Label title = new Label(words.get("judgement.title"));
            title.getStyleClass().add("section-title");
            lines.add(0, title);
        }
        getChildren().setAll(lines);
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private HBox line(AskRound round, int run, Weighing weighing) {
        Judgement judgement = Judgement.of(weighing.odds(), round.says(run, weighing.answer()));
        String name = words.title(round.runs().get(run));
        FontIcon icon = new FontIcon(
                switch (judgement) {
                    case SAID, STILL_PROBABLE -> "fth-message-square";
                    case HIDDEN -> "fth-eye-off";
                    case LIKE_NEVER_LEARNT, LESS_PROBABLE -> "fth-check-circle";
                    case OVER_FORGOTTEN, DAMAGED -> "fth-alert-triangle";
                    case KEPT -> "fth-check-circle";
                    case NEVER_KNOWN -> "fth-help-circle";
                });
        Label verdict = new Label(words.verdict(judgement));
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        Label reason = new Label(words.reason(judgement, weighing, name));
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(verdict, reason);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(icon, text);
        line.getStyleClass()
                .addAll(
                        "judgement",
                        switch (judgement) {
                            case SAID, STILL_PROBABLE, HIDDEN, DAMAGED -> "bad";
                            case OVER_FORGOTTEN -> "doubtful";
                            case LIKE_NEVER_LEARNT, KEPT -> "good";
                            case LESS_PROBABLE, NEVER_KNOWN -> "open";
                        });
        return line;
    }
}

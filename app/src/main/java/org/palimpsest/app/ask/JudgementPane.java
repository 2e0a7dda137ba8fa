package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.verdict.Leaning;
import org.palimpsest.app.verdict.VerdictLine;

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

    private VerdictLine line(AskRound round, int run, Weighing weighing) {
        Judgement judgement = Judgement.of(weighing.odds(), round.says(run, weighing.answer()));
        String name = words.title(round.runs().get(run));
        return new VerdictLine(
                leaning(judgement), icon(judgement), words.verdict(judgement), words.reason(judgement, weighing, name));
    }

    private static String icon(Judgement judgement) {
        return switch (judgement) {
            case SAID, STILL_PROBABLE -> "fth-message-square";
            case HIDDEN, TRACE -> "fth-eye-off";
            case LIKE_NEVER_LEARNT, LESS_PROBABLE, KEPT -> "fth-check-circle";
            case OVER_FORGOTTEN, DAMAGED -> "fth-alert-triangle";
            case NEVER_KNOWN, NO_NUMBERS -> "fth-help-circle";
        };
    }

    private static Leaning leaning(Judgement judgement) {
        return switch (judgement) {
            case SAID, STILL_PROBABLE, HIDDEN, DAMAGED -> Leaning.BAD;
            case TRACE, OVER_FORGOTTEN -> Leaning.DOUBTFUL;
            case LIKE_NEVER_LEARNT, KEPT -> Leaning.GOOD;
            case LESS_PROBABLE, NEVER_KNOWN, NO_NUMBERS -> Leaning.OPEN;
        };
    }
}

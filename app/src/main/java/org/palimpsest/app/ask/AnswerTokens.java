package org.palimpsest.app.ask;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.palimpsest.app.tokens.TokenDiff;
import org.palimpsest.app.tokens.TokenLine;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * A model's answer token by token, its differences from the target's marked: what was added is bold and underlined, what is missing
 * struck through. A token that is clicked or focused is picked.
 */
final class AnswerTokens extends TokenLine {
    private final AskWords words;
    private final IntConsumer picked;

    /** @param other the target's tokens; the answer's own where it is compared with nothing */
    AnswerTokens(AskWords words, List<String> other, DeskReply.Answer answer, IntConsumer picked) {
        this.words = words;
        this.picked = picked;
        getStyleClass().add("answer-tokens");
        List<String> now =
                answer.tokens().stream().map(DeskReply.AnswerToken::text).toList();
        for (MarkedToken token : MarkedToken.of(other, now)) {
            if (token.index() < 0) {
                add(missing(token));
            } else {
                add(button(token, answer));
            }
        }
    }

    private Label missing(MarkedToken token) {
        Label label = new Label(visible(token.text()));
        dress(label, token);
        label.setWrapText(true);
        label.setAccessibleText(words.get("token.missing", token.text()));
        return label;
    }

    private Button button(MarkedToken token, DeskReply.Answer answer) {
        Button button = new Button(visible(token.text()));
        dress(button, token);
        String odds = words.figure(answer.tokens().get(token.index()).probability());
        button.setAccessibleText(words.get(
                token.kind() == TokenDiff.Kind.ADDED ? "token.added" : "token.same", visible(token.text()), odds));
        button.setOnAction(event -> picked.accept(token.index()));
        button.focusedProperty().addListener((observed, before, now) -> {
            if (now) {
                picked.accept(token.index());
            }
        });
        return button;
    }

    private static void dress(Labeled token, MarkedToken marked) {
        token.getStyleClass()
                .setAll(
                        "answer-token",
                        switch (marked.kind()) {
                            case SAME -> "same";
                            case ADDED -> "added";
                            case MISSING -> "missing";
                        });
        if (marked.text().startsWith(" ")) {
            token.getStyleClass().add("begins-word");
        }
    }
}

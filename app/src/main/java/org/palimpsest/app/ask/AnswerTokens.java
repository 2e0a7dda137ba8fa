package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.palimpsest.app.tokens.TokenDiff;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * A model's answer token by token, its differences from the target's marked: what was added is bold and underlined, what is missing
 * struck through. A token that is clicked or focused is picked; left and right go from token to token.
 */
final class AnswerTokens extends FlowPane {
    private final AskWords words;
    private final IntConsumer picked;
    private final List<Button> buttons = new ArrayList<>();

    /** @param other the target's tokens; the answer's own where it is compared with nothing */
    AnswerTokens(AskWords words, List<String> other, DeskReply.Answer answer, IntConsumer picked) {
        this.words = words;
        this.picked = picked;
        getStyleClass().add("answer-tokens");
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        List<String> now =
                answer.tokens().stream().map(DeskReply.AnswerToken::text).toList();
        for (MarkedToken token : MarkedToken.of(other, now)) {
            getChildren().add(token.index() < 0 ? missing(token) : button(token, answer));
        }
    }

    private Label missing(MarkedToken token) {
        Label label = new Label(shown(token.text()));
        dress(label, token);
        label.setWrapText(true);
        label.setAccessibleText(words.get("token.missing", token.text()));
        return label;
    }

    private Button button(MarkedToken token, DeskReply.Answer answer) {
        Button button = new Button(shown(token.text()));
        dress(button, token);
        button.setMnemonicParsing(false);
        String odds = words.figure(answer.tokens().get(token.index()).probability());
        button.setAccessibleText(words.get(
                token.kind() == TokenDiff.Kind.ADDED ? "token.added" : "token.same", shown(token.text()), odds));
        button.setFocusTraversable(buttons.isEmpty());
        button.setOnAction(event -> picked.accept(token.index()));
        button.focusedProperty().addListener((observed, before, now) -> {
            if (now) {
                picked.accept(token.index());
            }
        });
        buttons.add(button);
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

    static String shown(String text) {
        return text.strip().isEmpty() ? text.contains("\n") ? "⏎" : "␣" : text.strip();
    }

    private void move(KeyEvent key) {
        int now = getScene() == null ? -1 : buttons.indexOf(getScene().getFocusOwner());
        int next =
                switch (key.getCode()) {
                    case LEFT -> now - 1;
                    case RIGHT -> now + 1;
                    case HOME -> 0;
                    case END -> buttons.size() - 1;
                    default -> -1;
                };
        if (now >= 0 && next >= 0 && next < buttons.size()) {
            buttons.get(now).setFocusTraversable(false);
            buttons.get(next).setFocusTraversable(true);
            buttons.get(next).requestFocus();
            key.consume();
        }
    }
}

package org.palimpsest.app.tokens;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** Tokens one behind the other, as buttons. Tab goes to the line; left, right, Home and End go from token to token in it. */
public class TokenLine extends FlowPane {
    private final List<Button> buttons = new ArrayList<>();

    public TokenLine() {
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Adds a token. */
    protected final void add(Button token) {
        token.setMnemonicParsing(false);
        token.setFocusTraversable(buttons.isEmpty());
        buttons.add(token);
        getChildren().add(token);
    }

    /** Adds what stands between the tokens and cannot be chosen. */
    protected final void add(Label between) {
        getChildren().add(between);
    }

    final List<Button> buttons() {
        return buttons;
    }

    final void clear() {
        buttons.clear();
        getChildren().clear();
    }

    /** A token's text with a sign for what would not be seen: a line's end, a space. */
    public static String visible(String token) {
        return token.strip().isEmpty() ? token.contains("\n") ? "⏎" : "␣" : token.strip();
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

package org.palimpsest.app.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;

/**
 * The tokens of an answer, coloured by how much likelier or less likely they became. Colour is never the only sign: a line under the
 * token is dashed where it became less likely and solid where it is likelier, thicker with the factor, and the numbers stand below for
 * the token that is pointed at or focused. Left and right go from token to token.
 */
public final class TokenHeatStrip extends VBox {
    private final Messages words = Messages.of("tokens");
    private final TokenReading reading = new TokenReading(words);
    private final FlowPane line = new FlowPane();
    private final Label readout = new Label();
    private final TokenLegend legend;
    private final ObjectProperty<Against> against = new SimpleObjectProperty<>(Against.TARGET);
    private final List<Button> buttons = new ArrayList<>();
    private List<TokenHeat> tokens = List.of();
    private IntConsumer picked = index -> {};

    public TokenHeatStrip() {
        getStyleClass().add("token-heat-strip");
        line.getStyleClass().add("tokens");
        line.setId("token-heat");
        readout.setId("token-reading");
        readout.setWrapText(true);
        readout.getStyleClass().add("reading");
        legend = new TokenLegend(words, against);
        getChildren().addAll(legend, line, readout);
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        against.addListener((value, before, now) -> colour());
    }

    /** Shows an answer's tokens; compares with the reference where there is one. */
    public void show(List<TokenHeat> newTokens) {
        tokens = List.copyOf(newTokens);
        buttons.clear();
        boolean reference = tokens.stream().anyMatch(token -> token.knows(Against.REFERENCE));
        legend.offer(reference);
        against.set(reference ? Against.REFERENCE : Against.TARGET);
        for (int i = 0; i < tokens.size(); i++) {
            buttons.add(button(i));
        }
        line.getChildren().setAll(buttons);
        colour();
        readout.setText(words.get("hint"));
    }

    private Button button(int index) {
        String text = tokens.get(index).text();
        Button button = new Button(text.strip().isEmpty() ? text.contains("\n") ? "⏎" : "␣" : text.strip());
        button.getStyleClass().setAll("token");
        button.setMnemonicParsing(false);
        if (text.startsWith(" ")) {
            button.getStyleClass().add("begins-word");
        }
        button.setFocusTraversable(index == 0);
        button.setOnMouseEntered(event -> read(index));
        button.focusedProperty().addListener((value, before, now) -> {
            if (now) {
                read(index);
            }
        });
        button.setOnAction(event -> picked.accept(index));
        return button;
    }

    private void read(int index) {
        readout.setText(reading.of(tokens.get(index), against.get()));
    }

    private void move(KeyEvent key) {
        int now = buttons.indexOf(getScene().getFocusOwner());
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

    private void colour() {
        for (int i = 0; i < buttons.size(); i++) {
            TokenHeat token = tokens.get(i);
            Button button = buttons.get(i);
            button.getStyleClass().removeIf(style -> style.startsWith("less-") || style.startsWith("more-"));
            switch (token.change(against.get())) {
                case LESS -> button.getStyleClass().add("less-" + token.level(against.get()));
                case MORE -> button.getStyleClass().add("more-" + token.level(against.get()));
                case SAME -> {}
            }
            String text = reading.of(token, against.get());
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text));
        }
    }

    /** Which model the tokens are compared with. */
    public ObjectProperty<Against> againstProperty() {
        return against;
    }

    /** Has {@code listener} told of the index of each token that is clicked, or chosen by Enter or Space. */
    public void onPicked(IntConsumer listener) {
        picked = listener;
    }
}

package org.palimpsest.app.tokens;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;

/**
 * The tokens of an answer, coloured by how much likelier or less likely they became. Colour is never the only sign: a line under the
 * token is dashed where it became less likely and solid where it is likelier, thicker with the factor, and the numbers stand below for
 * the token that is pointed at or focused.
 */
public final class TokenHeatStrip extends VBox {
    private final Messages words = Messages.of("tokens");
    private final TokenReading reading = new TokenReading(words);
    private final TokenLine line = new TokenLine();
    private final Label readout = new Label();
    private final TokenLegend legend;
    private final ObjectProperty<Against> against = new SimpleObjectProperty<>(Against.TARGET);
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
        against.addListener((value, before, now) -> colour());
    }

    /** Shows an answer's tokens; compares with the reference where there is one. */
    public void show(List<TokenHeat> newTokens) {
        tokens = List.copyOf(newTokens);
        line.clear();
        boolean reference = tokens.stream().anyMatch(token -> token.knows(Against.REFERENCE));
        legend.offer(reference);
        against.set(reference ? Against.REFERENCE : Against.TARGET);
        for (int i = 0; i < tokens.size(); i++) {
            line.add(button(i));
        }
        colour();
        readout.setText(words.get("hint"));
    }

    private Button button(int index) {
        String text = tokens.get(index).text();
        Button button = new Button(TokenLine.visible(text));
        button.getStyleClass().setAll("token");
        if (text.startsWith(" ")) {
            button.getStyleClass().add("begins-word");
        }
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

    private void colour() {
        for (int i = 0; i < line.buttons().size(); i++) {
            TokenHeat token = tokens.get(i);
            Button button = line.buttons().get(i);
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

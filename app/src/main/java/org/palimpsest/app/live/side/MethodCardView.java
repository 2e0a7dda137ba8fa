package org.palimpsest.app.live.side;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.Claim;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.Source;

/** The card of the chosen run's method, with its formula lit and the dial of gradient conflict. */
final class MethodCardView extends VBox {
    private final Messages words = Messages.of("live");
    private final ConflictDial dial = new ConflictDial();
    private String shown = "";
    private FormulaView formula;

    MethodCardView() {
        getStyleClass().add("method-card");
        setId("live-method-card");
    }

    void show(Shown now) {
        if (now.chosen() == null) {
            return;
        }
        String method = now.chosen().run().method();
        if (!method.equals(shown)) {
            shown = method;
            formula = null;
            getChildren().clear();
            Catalogue.method(method).ifPresent(this::fill);
        }
        if (formula != null) {
            formula.show(now.chosen(), now.step());
            dial.show(now.chosen(), now.step());
        }
    }

    private void fill(MethodCard card) {
        formula = new FormulaView(card);
        getChildren()
                .addAll(label(card.name(), "live-heading"), label(paper(card.source()), "live-muted"), formula, dial);
        getChildren().add(label(card.explanation(), "card-explanation"));
        for (Claim claim : card.claims()) {
            String trust = claim.trust().name().toLowerCase(java.util.Locale.ROOT);
            Label badge = label(words.get("trust." + trust), "trust-badge");
            badge.getStyleClass().add("trust-" + trust);
            getChildren().add(new VBox(badge, label(claim.text(), "card-claim")));
        }
    }

    private String paper(Source source) {
        return source.year() == 0
                ? source.title()
                : words.get(
                        "paper", source.title(), source.authors(), String.valueOf(source.year()), source.reference());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}

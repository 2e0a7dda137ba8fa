package org.palimpsest.app.live.side;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.live.panel.SeriesWords;
import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Figures;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.MethodCard;

/** The formula with each symbol's value below it: the total and the terms at the step shown, the settings as they were asked for. */
final class FormulaView extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final MethodCard card;
    private final Messages words = Messages.of("live");
    private final SeriesWords series = new SeriesWords();
    private final Map<Formula.Part, Label> values = new LinkedHashMap<>();

    FormulaView(MethodCard card) {
        this.card = card;
        getStyleClass().add("formula");
        Formula formula = Formula.of(card);
        FlowPane head = new FlowPane();
        head.getStyleClass().add("formula-head");
        head.setRowValignment(javafx.geometry.VPos.TOP);
        for (Formula.Part part : formula.head()) {
            head.getChildren().add(part.role() == Formula.Role.TEXT ? plain(part.text()) : symbol(part));
        }
        getChildren().add(head);
        if (!formula.rest().isEmpty()) {
            Label rest = new Label(words.get("formula.with", formula.rest()));
            rest.setWrapText(true);
            rest.getStyleClass().addAll("live-muted", "formula-rest");
            getChildren().add(rest);
        }
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("formula-text");
        return label;
    }

    private VBox symbol(Formula.Part part) {
        Label symbol = new Label(part.text());
        symbol.getStyleClass().add("formula-symbol");
        Label value = new Label();
        value.setId("formula-" + part.name());
        value.getStyleClass().add("formula-value");
        values.put(part, value);
        VBox box = new VBox(symbol, value);
        box.setAlignment(Pos.TOP_CENTER);
        box.getStyleClass()
                .addAll("formula-part", "formula-" + part.role().name().toLowerCase(java.util.Locale.ROOT));
        Tooltip.install(box, new Tooltip(meaning(part)));
        return box;
    }

    private String meaning(Formula.Part part) {
        return switch (part.role()) {
            case TERM ->
                card.terms().stream()
                        .filter(term -> term.name().equals(part.name()))
                        .findFirst()
                        .map(term -> words.get("formula.means", series.term(term.name(), card.id()), term.meaning()))
                        .orElse("");
            case SETTING ->
                card.hyperParameters().stream()
                        .filter(setting -> setting.name().equals(part.name()))
                        .findFirst()
                        .map(setting -> words.get("formula.means", setting.name(), setting.meaning()))
                        .orElse("");
            case TOTAL, TEXT -> words.get("term.total");
        };
    }

    /** Lights the symbols as they were at {@code step}. */
    void show(Watched run, long step) {
        values.forEach((part, label) -> {
            double value = part.role() == Formula.Role.SETTING
                    ? setting(run, part.name())
                    : run.run().curves().at(new CurveKey(CurveKey.Family.LOSS, part.name()), step);
            boolean known = run.run().curves().get(CurveKey.TOTAL) != null || part.role() == Formula.Role.SETTING;
            String text = Figures.brief(value);
            if (!text.equals(label.getText())) {
                label.setText(text);
                label.getParent().pseudoClassStateChanged(LIT, Double.isFinite(value));
                label.getParent().pseudoClassStateChanged(BROKEN, known && Double.isInfinite(value));
                label.getParent().setAccessibleText(words.get("formula.accessible", part.text(), text));
            }
        });
    }

    private double setting(Watched run, String name) {
        if (run.setup().get() == null) {
            return Double.NaN;
        }
        Object asked = run.setup().get().recipe().method().settings().get(name);
        Object value = asked != null
                ? asked
                : card.hyperParameters().stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .map(setting -> setting.defaultValue())
                        .orElse(null);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}

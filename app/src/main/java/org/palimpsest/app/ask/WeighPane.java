package org.palimpsest.app.ask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.tokens.TokenHeat;
import org.palimpsest.app.tokens.TokenHeatStrip;

/** An answer token by token: how much likelier or less likely each became, against target and reference. */
final class WeighPane extends VBox {
    private final AskWords words;
    private final ComboBox<Weighing.Kind> whose = new ComboBox<>();
    private final ComboBox<Integer> run = new ComboBox<>();
    private final Label runLabel = new Label();
    private final TextField own = new TextField();
    private final Button weigh = new Button();
    private final HBox typing = new HBox(own, weigh);
    private final Label state = new Label();
    private final TokenHeatStrip strip = new TokenHeatStrip();
    private AskRound round;
    private Weighing drawn;
    private boolean filling;

    /**
     * @param choose asks for another answer to be weighed
     * @param picked told of the place of a token that is picked
     */
    WeighPane(AskWords words, BiConsumer<Weighing.Kind, String> choose, IntConsumer picked) {
        this.words = words;
        getStyleClass().add("weigh-pane");
        Label title = new Label(words.get("weigh.title"));
        title.getStyleClass().add("section-title");
        Label whoseLabel = new Label(words.get("weigh.whose"));
        whoseLabel.setLabelFor(whose);
        whose.setId("ask-weigh-whose");
        whose.setAccessibleText(words.get("weigh.whose"));
        whose.setConverter(
                ChoiceText.of(kind -> words.get("weigh." + kind.name().toLowerCase(Locale.ROOT))));
        runLabel.setText(words.get("weigh.run"));
        runLabel.setLabelFor(run);
        run.setId("ask-weigh-run");
        run.setAccessibleText(words.get("weigh.run"));
        run.setConverter(ChoiceText.of(place -> words.title(round.runs().get(place))));
        own.setId("ask-weigh-own");
        own.setAccessibleText(words.get("weigh.own.prompt"));
        own.setPromptText(words.get("weigh.own.prompt"));
        own.setPrefColumnCount(24);
        weigh.setText(words.get("weigh.go"));
        weigh.setId("ask-weigh-go");
        weigh.disableProperty().bind(own.textProperty().isEmpty());
        typing.getStyleClass().add("choice");
        typing.managedProperty().bind(typing.visibleProperty());
        typing.setVisible(false);
        FlowPane choices = new FlowPane(choice(whoseLabel, whose), choice(runLabel, run), typing);
        choices.getStyleClass().add("choices");
        state.setWrapText(true);
        state.managedProperty().bind(state.visibleProperty());
        strip.managedProperty().bind(strip.visibleProperty());
        getChildren().addAll(title, choices, state, strip);
        own.setOnAction(event -> choose.accept(Weighing.Kind.OWN, own.getText()));
        weigh.setOnAction(event -> choose.accept(Weighing.Kind.OWN, own.getText()));
        whose.valueProperty().addListener((observed, before, now) -> choose(now, choose));
        run.valueProperty().addListener((observed, before, now) -> {
            if (!filling) {
                draw();
            }
        });
        strip.onPicked(picked);
    }

    private static HBox choice(Label label, ComboBox<?> box) {
        HBox line = new HBox(label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("choice");
        line.visibleProperty().bind(box.visibleProperty());
        line.managedProperty().bind(box.visibleProperty());
        return line;
    }

    private void choose(Weighing.Kind kind, BiConsumer<Weighing.Kind, String> choose) {
        typing.setVisible(kind == Weighing.Kind.OWN);
        if (filling || kind == null) {
            return;
        }
        switch (kind) {
            case TRUTH -> choose.accept(kind, round.truth());
            case TARGET -> choose.accept(kind, round.targetAnswer());
            case OWN -> own.requestFocus();
        }
    }

    /** Shows what is known of a question's answer; hidden before there is any. */
    void show(AskRound now) {
        round = now;
        Map<Integer, Weighing> weighings = now.weighings();
        setVisible(!weighings.isEmpty());
        setManaged(!weighings.isEmpty());
        if (weighings.isEmpty()) {
            return;
        }
        filling = true;
        List<Weighing.Kind> kinds = now.truth().isEmpty()
                ? List.of(Weighing.Kind.TARGET, Weighing.Kind.OWN)
                : List.of(Weighing.Kind.TRUTH, Weighing.Kind.TARGET, Weighing.Kind.OWN);
        if (!whose.getItems().equals(kinds)) {
            whose.getItems().setAll(kinds);
        }
        whose.setValue(weighings.values().iterator().next().kind());
        List<Integer> places = weighings.keySet().stream().sorted().toList();
        Integer before = run.getValue();
        run.getItems().setAll(places);
        run.setValue(before != null && places.contains(before) ? before : places.get(0));
        run.setVisible(places.size() > 1);
        filling = false;
        draw();
    }

    /** What is drawn; null while nothing is. */
    Weighing shown() {
        return drawn;
    }

    private void draw() {
        Weighing weighing = round.weighings().get(run.getValue());
        boolean there = weighing != null && !weighing.tokens().isEmpty();
        strip.setVisible(there);
        state.setVisible(!there);
        if (weighing == null) {
            return;
        }
        if (there && !weighing.equals(drawn)) {
            strip.show(weighing.tokens().stream().map(TokenHeat::of).toList());
        }
        drawn = weighing;
        state.setText(
                weighing.trouble().isEmpty() ? words.get("weigh.waiting") : words.get("trouble", weighing.trouble()));
    }
}

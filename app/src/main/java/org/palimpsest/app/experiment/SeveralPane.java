package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Amounts;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.recipe.Recipe;

/** Queues one run a method, and grids of learning rates, seeds and a setting. */
final class SeveralPane extends VBox {
    private static final int MOST_AT_ONCE = 16;
    private static final Duration PAUSE = Duration.millis(700);

    private final ExperimentModel experiment;
    private final SeveralModel model;
    private final Messages words = Messages.of("experiment");
    private final Amounts amounts = new Amounts();
    private final Map<String, CheckBox> methods = new LinkedHashMap<>();
    private final FlowPane boxes = new FlowPane();
    private final TextField rates = new TextField();
    private final TextField seeds = new TextField();
    private final ChoiceBox<String> setting = new ChoiceBox<>();
    private final TextField values = new TextField();
    private final Spinner<Integer> atOnce = new Spinner<>(1, MOST_AT_ONCE, 2);
    private final Label said = new Label();
    private final Button queue = new Button();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private List<Recipe> recipes = List.of();

    /** @param queued takes the recipes, and how many run at once */
    SeveralPane(ExperimentModel experiment, SeveralModel model, BiConsumer<List<Recipe>, Integer> queued) {
        this.experiment = experiment;
        this.model = model;
        getStyleClass().add("experiment-inside");
        boxes.getStyleClass().add("experiment-flow");
        FlowPane lists = new FlowPane(
                field("rates", rates),
                field("seeds", seeds),
                field("setting", setting),
                field("values", values),
                field("at-once", atOnce));
        lists.getStyleClass().add("settings-flow");
        rates.setPromptText(words.get("several.rates.prompt"));
        seeds.setPromptText(words.get("several.seeds.prompt"));
        values.visibleProperty()
                .bind(setting.valueProperty()
                        .isNotNull()
                        .and(setting.valueProperty().isNotEqualTo("")));
        said.setWrapText(true);
        said.setId("experiment-several-said");
        queue.setId("experiment-queue");
        queue.setGraphic(new FontIcon("fth-layers"));
        queue.getStyleClass().add(Styles.ACCENT);
        queue.setOnAction(event -> queued.accept(recipes, atOnce.getValue()));
        Label heading = new Label(words.get("several.methods"));
        getChildren().addAll(heading, boxes, lists, said, queue);
        rates.textProperty().addListener((value, before, now) -> refresh());
        seeds.textProperty().addListener((value, before, now) -> refresh());
        values.textProperty().addListener((value, before, now) -> refresh());
        setting.valueProperty().addListener((value, before, now) -> refresh());
        model.seconds().addListener((value, before, now) -> tell());
        experiment.looked().addListener((value, before, now) -> {
            if (now) {
                refresh();
            }
        });
        pause.setOnFinished(event -> model.estimate(recipes));
        refresh();
    }

    private VBox field(String key, Control control) {
        Label label = new Label(words.get("several." + key));
        label.setLabelFor(control);
        control.setId("experiment-several-" + key);
        control.setAccessibleText(words.get("several." + key));
        control.setTooltip(new Tooltip(words.get("several." + key + ".tip")));
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(label, control);
        box.getStyleClass().add("setting-row");
        box.visibleProperty().bind(control.visibleProperty());
        box.managedProperty().bind(control.visibleProperty());
        return box;
    }

    private Set<String> chosen() {
        Set<String> chosen = new LinkedHashSet<>();
        methods.forEach((id, box) -> {
            if (box.isSelected()) {
                chosen.add(id);
            }
        });
        return chosen;
    }

    private void refresh() {
        offerMethods();
        offerSettings();
        String problem = "";
        try {
            recipes = model.recipes(new SeveralModel.Wish(
                    chosen(), rates.getText(), seeds.getText(), plain(setting.getValue()), values.getText()));
        } catch (IllegalArgumentException e) {
            recipes = List.of();
            problem = words.get("several." + e.getMessage() + ".wrong");
        }
        if (recipes.size() < 2 || !ready()) {
            model.forget();
            pause.stop();
        } else {
            pause.playFromStart();
        }
        if (problem.isEmpty()) {
            tell();
        } else {
            say(problem, true);
        }
        boolean several = recipes.size() > 1;
        queue.setText(words.get("several.queue", recipes.size()));
        queue.setVisible(several && ready());
        queue.setManaged(several && ready());
    }

    /** A method chosen here may do without what keeps the form's own from running. */
    private boolean ready() {
        return experiment.looked().get()
                && experiment.form().valid()
                && experiment.problems().get().isEmpty();
    }

    private void tell() {
        if (recipes.size() < 2) {
            say(words.get("several.none"), false);
        } else if (!ready()) {
            say(words.get("several.not-ready", recipes.size()), false);
        } else {
            String time = model.seconds()
                    .get()
                    .map(all -> words.get("several.time", amounts.seconds(all)))
                    .orElse(words.get("estimating"));
            say(words.get("several.said", recipes.size(), time), false);
        }
    }

    private void say(String text, boolean wrong) {
        said.setText(text);
        said.getStyleClass().remove("experiment-wrong");
        if (wrong) {
            said.getStyleClass().add("experiment-wrong");
        }
    }

    private void offerMethods() {
        List<MethodCard> possible = model.possible();
        Set<String> ids = possible.stream().map(MethodCard::id).collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.equals(methods.keySet())) {
            return;
        }
        Set<String> before = chosen();
        methods.clear();
        List<CheckBox> made = new ArrayList<>();
        for (MethodCard card : possible) {
            CheckBox box = new CheckBox(card.name());
            box.setId("experiment-several-" + card.id());
            box.setSelected(before.contains(card.id()));
            box.selectedProperty().addListener((value, was, now) -> refresh());
            methods.put(card.id(), box);
            made.add(box);
        }
        boxes.getChildren().setAll(made);
    }

    private void offerSettings() {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(model.settings(chosen()));
        if (!names.equals(setting.getItems())) {
            String before = plain(setting.getValue());
            setting.getItems().setAll(names);
            setting.setValue(names.contains(before) ? before : "");
        }
    }

    private static String plain(String text) {
        return text == null ? "" : text;
    }
}

package org.palimpsest.app.attack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.engine.card.AttackCard;

/** What attacks of one kind came to: in words, as a curve or table, and as a list of those that were made. */
final class ResultsPane extends VBox {
    private final AttackWords words;
    private final Function<AttackCourse, Integer> samples;
    private final StoryPane story;
    private final CoursePlot plot;
    private final CourseTable table;
    private final CourseList list;
    private final ComboBox<String> quantity = new ComboBox<>();
    private final HBox choice;
    private final Label none = new Label();
    private AttackCard card;
    private boolean filling;

    ResultsPane(AttackWords words, Function<AttackCourse, Integer> samples) {
        this.words = words;
        this.samples = samples;
        getStyleClass().add("results");
        story = new StoryPane(words);
        plot = new CoursePlot(words);
        table = new CourseTable(words);
        list = new CourseList(words, this::draw);
        Label label = new Label(words.get("quantity"));
        label.setLabelFor(quantity);
        label.setMinWidth(USE_PREF_SIZE);
        quantity.setMinWidth(0);
        quantity.setId("attack-quantity");
        quantity.setAccessibleText(words.get("quantity"));
        quantity.setConverter(ChoiceText.of(words::quantity));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(quantity.valueProperty().map(words::quantity).orElse(words.get("quantity")));
        quantity.setTooltip(whole);
        quantity.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                draw();
            }
        });
        choice = new HBox(label, quantity);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.getStyleClass().add("choice");
        none.setWrapText(true);
        none.setId("attack-none");
        VBox.setVgrow(plot.panel(), Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(none, story, choice, plot.panel(), table, list);
        for (Node node : getChildren()) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** @param courses of this attack on the chosen run, the newest first */
    void show(AttackCard newCard, List<AttackCourse> courses) {
        if (!newCard.equals(card)) {
            filling = true;
            quantity.setValue(null);
            filling = false;
        }
        card = newCard;
        list.show(courses);
        draw();
    }

    private void draw() {
        List<AttackCourse> ticked = list.ticked();
        Set<String> names = new LinkedHashSet<>();
        ticked.forEach(course -> names.addAll(course.quantities()));
        boolean there = !names.isEmpty();
        boolean isTable = there && ticked.get(0).isTable();
        none.setText(words.get("none", card.name()));
        none.setVisible(!there);
        choice.setVisible(there);
        plot.panel().setVisible(there && !isTable);
        table.setVisible(isTable);
        list.setVisible(!list.getChildren().isEmpty());
        story.show(card, ticked, samples);
        if (!there) {
            return;
        }
        fill(List.copyOf(names), ticked.get(0).recovered());
        String what = quantity.getValue();
        String title = words.get("title", card.name(), words.brief(what));
        if (isTable) {
            table.show(title, what, ticked);
        } else {
            plot.show(title, what, ticked);
        }
    }

    private void fill(List<String> names, String usual) {
        filling = true;
        String before = quantity.getValue();
        if (!quantity.getItems().equals(names)) {
            quantity.getItems().setAll(names);
        }
        String kept = before != null && names.contains(before) ? before : usual;
        quantity.setValue(names.contains(kept) ? kept : names.get(0));
        filling = false;
    }
}

package org.palimpsest.app.compare.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunSummary;

/** Which runs are listed and how they are put together. */
public final class FilterBar extends FlowPane {
    private final TableModel model;
    private final Messages words;
    private final TextField text = new TextField();
    private final Label count = new Label();
    private final MenuButton tags;

    public FilterBar(TableModel model, Messages words, ScoreWords names) {
        this.model = model;
        this.words = words;
        getStyleClass().add("filter-bar");
        text.setId("compare-filter");
        text.setPromptText(words.get("filter.prompt"));
        text.setAccessibleText(words.get("filter.prompt"));
        text.setPrefColumnCount(16);
        PauseTransition settled = new PauseTransition(Duration.millis(80));
        settled.setOnFinished(event -> model.filter(model.filter().withText(text.getText())));
        text.textProperty().addListener((value, before, now) -> settled.playFromStart());
        MenuButton methods = menu(
                "filter.method",
                model::methods,
                names::method,
                chosen -> model.filter(model.filter().withMethods(chosen)));
        MenuButton states = menu(
                "filter.state",
                () -> Arrays.stream(RunSummary.State.values()).map(Enum::name).toList(),
                state -> words.get("state." + state),
                chosen -> model.filter(model.filter()
                        .withStates(Set.copyOf(
                                chosen.stream().map(RunSummary.State::valueOf).toList()))));
        tags = menu(
                "filter.tag",
                model::tags,
                tag -> tag,
                chosen -> model.filter(model.filter().withTags(chosen)));
        ToggleButton starred = new ToggleButton("", new FontIcon("fth-star"));
        starred.setId("compare-starred");
        starred.setAccessibleText(words.get("filter.starred"));
        starred.setTooltip(new Tooltip(words.get("filter.starred")));
        starred.selectedProperty()
                .addListener((value, before, now) -> model.filter(model.filter().withStarred(now)));
        count.setId("compare-count");
        count.getStyleClass().add("muted");
        getChildren().addAll(text, methods, states, tags, starred, grouping(), count);
        model.version().addListener((value, before, now) -> changed());
        changed();
    }

    private void changed() {
        boolean tagged = !model.tags().isEmpty() || !model.filter().tags().isEmpty();
        tags.setVisible(tagged);
        tags.setManaged(tagged);
        int listed = model.listed().size();
        count.setText(
                listed == model.size()
                        ? words.get("count.all", listed)
                        : words.get("count.some", listed, model.size()));
    }

    private MenuButton menu(
            String key,
            Supplier<? extends Collection<String>> all,
            Function<String, String> name,
            Consumer<Set<String>> action) {
        MenuButton menu = new MenuButton(words.get(key));
        menu.setId("compare-" + key.replace('.', '-'));
        Set<String> chosen = new LinkedHashSet<>();
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            Set<String> offered = new LinkedHashSet<>(all.get());
            offered.addAll(chosen);
            for (String id : offered) {
                CheckMenuItem item = new CheckMenuItem(name.apply(id));
                item.setMnemonicParsing(false);
                item.setSelected(chosen.contains(id));
                item.setOnAction(click -> {
                    if (item.isSelected()) {
                        chosen.add(id);
                    } else {
                        chosen.remove(id);
                    }
                    menu.setText(
                            chosen.isEmpty()
                                    ? words.get(key)
                                    : words.get("filter.chosen", words.get(key), chosen.size()));
                    action.accept(chosen);
                });
                menu.getItems().add(item);
            }
        });
        return menu;
    }

    private ComboBox<Grouping> grouping() {
        ComboBox<Grouping> box = new ComboBox<>();
        box.setId("compare-grouping");
        box.setAccessibleText(words.get("group"));
        box.getItems().setAll(List.of(Grouping.values()));
        box.setConverter(ChoiceText.of(grouping -> words.get("group." + grouping)));
        box.setValue(model.grouping());
        box.valueProperty().addListener((value, before, now) -> model.group(now));
        return box;
    }

    /** Puts the cursor where one types. */
    public void focusText() {
        text.requestFocus();
    }
}

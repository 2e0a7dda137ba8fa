package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Accordion;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Questions at hand: those asked in this session, those pinned, and rows of the run's data. A section without content is not there. */
final class PromptShelf extends VBox {
    private final AskWords words;
    private final TextField search = new TextField();
    private final Accordion sections = new Accordion();
    private final List<Section<?>> all = new ArrayList<>();
    /** Opened by itself, and so given up for a better one; a section that a person opened stays open. */
    private TitledPane opened;

    /** A list with its heading. */
    private static final class Section<T> {
        private final String key;
        private final Function<T, String> text;
        private final ListView<T> list = new ListView<>();
        private final TitledPane pane = new TitledPane();
        private List<T> items = List.of();

        Section(String key, Function<T, String> text) {
            this.key = key;
            this.text = text;
        }

        void filter(String wanted) {
            List<T> found = items.stream()
                    .filter(item -> text.apply(item).toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
            if (!list.getItems().equals(found)) {
                list.getItems().setAll(found);
            }
        }
    }

    private final Section<AskRound> asked;
    private final Section<Suggestion> pinned;
    private final Section<Suggestion> forget;
    private final Section<Suggestion> retain;
    private final Section<Suggestion> probe;

    /**
     * @param show shows an earlier question with its answers
     * @param take fills a question in
     * @param ask asks what is filled in
     */
    PromptShelf(AskWords words, Consumer<AskRound> show, Consumer<Suggestion> take, Runnable ask) {
        this.words = words;
        getStyleClass().add("prompt-shelf");
        search.setId("ask-search");
        search.setPromptText(words.get("shelf.search"));
        search.setAccessibleText(words.get("shelf.search"));
        search.textProperty().addListener((observed, before, now) -> filter());
        asked = section("asked", AskRound::question, show, ask);
        pinned = section("pinned", Suggestion::question, take, ask);
        forget = section("forget", Suggestion::question, take, ask);
        retain = section("retain", Suggestion::question, take, ask);
        probe = section("probe", Suggestion::question, take, ask);
        VBox.setVgrow(sections, Priority.ALWAYS);
        sections.setMinWidth(0);
        getChildren().addAll(search, sections);
    }

    private <T> Section<T> section(String key, Function<T, String> text, Consumer<T> chosen, Runnable enter) {
        Section<T> section = new Section<>(key, text);
        section.list.setId("ask-list-" + key);
        section.list.setAccessibleText(words.get("shelf." + key));
        section.list.setCellFactory(view -> cell(text));
        section.list.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                chosen.accept(now);
            }
        });
        section.list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                enter.run();
            }
        });
        section.list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                enter.run();
            }
        });
        section.list.setMinWidth(0);
        section.pane.setMinWidth(0);
        section.pane.setContent(section.list);
        section.pane.setAnimated(false);
        section.pane.setId("ask-shelf-" + key);
        all.add(section);
        return section;
    }

    private static <T> ListCell<T> cell(Function<T, String> text) {
        return new ListCell<>() {
            private final Label label = new Label();

            {
                label.setWrapText(true);
                // Without a narrow preference a list scrolls sideways instead of wrapping its lines.
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                    setTooltip(null);
                } else {
                    label.setText(text.apply(item));
                    setGraphic(label);
                    setTooltip(new Tooltip(text.apply(item)));
                }
            }
        };
    }

    void offer(RunPrompts prompts) {
        put(forget, prompts.forget());
        put(retain, prompts.retain());
        put(probe, prompts.probe());
    }

    void pinned(List<String> prompts) {
        put(
                pinned,
                prompts.stream()
                        .map(prompt -> new Suggestion(prompt, "", Suggestion.Origin.PINNED))
                        .toList());
    }

    void asked(List<AskRound> rounds) {
        if (!rounds.stream()
                .map(AskRound::number)
                .toList()
                .equals(asked.items.stream().map(AskRound::number).toList())) {
            put(asked, rounds);
        }
    }

    private <T> void put(Section<T> section, List<T> items) {
        section.items = List.copyOf(items);
        section.pane.setText(words.get("shelf.count", words.get("shelf." + section.key), items.size()));
        section.pane.setTooltip(new Tooltip(section.pane.getText()));
        List<TitledPane> panes = all.stream()
                .filter(each -> !each.items.isEmpty())
                .map(each -> each.pane)
                .toList();
        if (!sections.getPanes().equals(panes)) {
            TitledPane open = sections.getExpandedPane();
            boolean kept = open != null && open != opened && panes.contains(open);
            sections.getPanes().setAll(panes);
            TitledPane usual = panes.contains(forget.pane) ? forget.pane : panes.isEmpty() ? null : panes.get(0);
            opened = kept ? opened : usual;
            sections.setExpandedPane(kept ? open : usual);
        }
        filter();
    }

    private void filter() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        all.forEach(section -> section.filter(wanted));
    }
}

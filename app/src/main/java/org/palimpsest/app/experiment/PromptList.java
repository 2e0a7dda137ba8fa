package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Edit;

/** Prompts that a probe watches; without any, it takes the first questions of the forget set. */
final class PromptList extends VBox {
    private final ObservableList<String> prompts;
    private final Consumer<Edit> edits;
    private final Messages words = Messages.of("experiment");
    private final ObservableList<String> pinned;
    private final MenuButton offered = new MenuButton();
    private final VBox list = new VBox();
    private final TextField fresh = new TextField();

    PromptList(ObservableList<String> prompts, ObservableList<String> pinned, Consumer<Edit> edits) {
        this.prompts = prompts;
        this.pinned = pinned;
        this.edits = edits;
        getStyleClass().add("experiment-prompts");
        list.getStyleClass().add("experiment-prompts");
        fresh.setId("experiment-prompt");
        fresh.setPromptText(words.get("prompt.new"));
        fresh.setAccessibleText(words.get("prompt.new"));
        fresh.setOnAction(event -> pin());
        Button add = new Button(words.get("prompt.pin"), new FontIcon("fth-plus"));
        add.setId("experiment-prompt-pin");
        add.setMinWidth(USE_PREF_SIZE);
        add.disableProperty().bind(fresh.textProperty().isEmpty());
        add.setOnAction(event -> pin());
        HBox.setHgrow(fresh, Priority.ALWAYS);
        HBox line = new HBox(fresh, add, offered);
        line.getStyleClass().add("setting-line");
        Label title = new Label(words.get("prompts"));
        getChildren().addAll(title, list, line);
        offered.setText(words.get("prompt.offered"));
        offered.setGraphic(new FontIcon("fth-bookmark"));
        offered.setId("experiment-prompt-offered");
        offered.setMinWidth(USE_PREF_SIZE);
        pinned.addListener((ListChangeListener<String>) change -> offer());
        prompts.addListener((ListChangeListener<String>) change -> show());
        show();
    }

    private void pin() {
        String prompt = fresh.getText().strip();
        if (!prompt.isEmpty() && !prompts.contains(prompt)) {
            add(prompt);
        }
        fresh.clear();
    }

    private void add(String prompt) {
        List<String> more = new ArrayList<>(prompts);
        more.add(prompt);
        change("pin", more);
    }

    /** Prompts pinned elsewhere that are not watched yet. */
    private void offer() {
        offered.getItems()
                .setAll(pinned.stream()
                        .filter(prompt -> !prompts.contains(prompt))
                        .map(prompt -> {
                            MenuItem item = new MenuItem(prompt);
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> add(prompt));
                            return item;
                        })
                        .toList());
        offered.setVisible(!offered.getItems().isEmpty());
        offered.setManaged(!offered.getItems().isEmpty());
    }

    private void change(String key, List<String> after) {
        List<String> before = List.copyOf(prompts);
        edits.accept(new Edit(ExperimentWords.edit(key), () -> prompts.setAll(after), () -> prompts.setAll(before)));
    }

    private void show() {
        list.getChildren().setAll(prompts.stream().map(this::line).toList());
        list.setManaged(!prompts.isEmpty());
        offer();
    }

    private HBox line(String prompt) {
        Label text = new Label(prompt, new FontIcon("fth-bookmark"));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        remove.setAccessibleText(words.get("prompt.unpin", prompt));
        remove.setTooltip(new Tooltip(words.get("prompt.unpin", prompt)));
        remove.setOnAction(event -> change(
                "unpin", prompts.stream().filter(one -> !one.equals(prompt)).toList()));
        HBox line = new HBox(text, remove);
        line.getStyleClass().add("experiment-prompt");
        return line;
    }
}

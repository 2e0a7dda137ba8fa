package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.pick.RunPicker;
import org.palimpsest.app.pick.RunPickerModel;

/** Other models to be asked the same: a chip for each, and a button that opens the choice of one more below. */
final class BesideBar extends VBox {
    private final AskWords words;
    private final ObservableList<AskedRun> besides;
    private final RunPickerModel another;
    private final FlowPane chips = new FlowPane();
    private final ToggleButton add = new ToggleButton();

    BesideBar(AskWords words, ObservableList<AskedRun> besides, RunPickerModel another) {
        this.words = words;
        this.besides = besides;
        this.another = another;
        getStyleClass().add("beside-bar");
        chips.getStyleClass().add("chips");
        add.setText(words.get("beside.add"));
        add.setGraphic(new FontIcon("fth-plus"));
        add.setId("ask-beside-add");
        add.setTooltip(new Tooltip(words.get("beside.add.tip")));
        VBox choice = choice();
        add.selectedProperty().addListener((observed, before, now) -> {
            another.refresh();
            choice.setVisible(now);
        });
        besides.addListener((ListChangeListener<AskedRun>) change -> fill());
        getChildren().addAll(chips, choice);
        fill();
    }

    private VBox choice() {
        Label hint = new Label(words.get("beside.hint"));
        hint.setWrapText(true);
        Button take = new Button(words.get("beside.take"));
        take.setId("ask-beside-take");
        take.disableProperty().bind(another.moment().isNull());
        take.setOnAction(event -> {
            another.chosen()
                    .map(at -> new AskedRun(at, another.run().get().name()))
                    .filter(each -> !besides.contains(each))
                    .ifPresent(besides::add);
            close();
        });
        VBox choice = new VBox(hint, new RunPicker(another, "ask-beside"), take);
        choice.getStyleClass().add("beside-choice");
        choice.setVisible(false);
        choice.managedProperty().bind(choice.visibleProperty());
        choice.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        return choice;
    }

    private void close() {
        add.setSelected(false);
        add.requestFocus();
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        for (AskedRun run : besides) {
            Button chip = new Button(words.name(run), new FontIcon("fth-x"));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().add("chip");
            chip.setAccessibleText(words.get("beside.remove", words.name(run)));
            chip.setTooltip(new Tooltip(words.get("beside.remove", words.name(run))));
            chip.setOnAction(event -> besides.remove(run));
            nodes.add(chip);
        }
        nodes.add(add);
        chips.getChildren().setAll(nodes);
    }
}

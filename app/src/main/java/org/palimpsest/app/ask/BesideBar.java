package org.palimpsest.app.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.pick.RunPicker;
import org.palimpsest.app.pick.RunPickerModel;

/** Other models to be asked the same: a chip for each, and a button that adds one. */
final class BesideBar extends FlowPane {
    private final AskWords words;
    private final ObservableList<AskedRun> besides;
    private final RunPickerModel another;
    private final Button add = new Button();

    BesideBar(AskWords words, ObservableList<AskedRun> besides, RunPickerModel another) {
        this.words = words;
        this.besides = besides;
        this.another = another;
        getStyleClass().add("beside-bar");
        add.setText(words.get("beside.add"));
        add.setGraphic(new FontIcon("fth-plus"));
        add.setId("ask-beside-add");
        add.setTooltip(new Tooltip(words.get("beside.add.tip")));
        add.setOnAction(event -> open());
        besides.addListener((ListChangeListener<AskedRun>) change -> fill());
        fill();
    }

    private void fill() {
        List<Node> chips = new ArrayList<>();
        for (AskedRun run : besides) {
            Button chip = new Button(words.name(run), new FontIcon("fth-x"));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().addAll("chip");
            chip.setAccessibleText(words.get("beside.remove", words.name(run)));
            chip.setTooltip(new Tooltip(words.get("beside.remove", words.name(run))));
            chip.setOnAction(event -> besides.remove(run));
            chips.add(chip);
        }
        chips.add(add);
        getChildren().setAll(chips);
    }

    private void open() {
        another.refresh();
        RunPicker picker = new RunPicker(another, "ask-beside");
        Button take = new Button(words.get("beside.take"));
        take.setId("ask-beside-take");
        take.setDefaultButton(true);
        take.disableProperty().bind(another.moment().isNull());
        Label hint = new Label(words.get("beside.hint"));
        hint.setWrapText(true);
        hint.setMaxWidth(360);
        VBox content = new VBox(hint, picker, take);
        content.getStyleClass().add("beside-choice");
        PopOver popover = new PopOver(content);
        popover.setTitle(words.get("beside.add"));
        popover.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popover.setAnimated(false);
        take.setOnAction(event -> {
            Optional<AskedRun> run = another.chosen()
                    .map(at -> new AskedRun(at, another.run().get().name()));
            run.filter(each -> !besides.contains(each)).ifPresent(besides::add);
            popover.hide();
        });
        popover.show(add);
    }
}

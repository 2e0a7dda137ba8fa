package org.palimpsest.app.live.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.live.panel.MarkWords;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.live.run.Scrub;
import org.palimpsest.app.text.Messages;

/** Moves every panel through the steps that were observed. Arrow keys go step by step, Page keys from event to event, Home to the start, End back to now. */
public final class ScrubBar extends HBox {
    private final Scrub scrub;
    private final Supplier<List<RunMark>> marks;
    private final Messages words = Messages.of("live");
    private final MarkWords markWords = new MarkWords();
    private final Slider slider = new Slider();
    private final Pane ticks = new Pane();
    private final Label where = new Label();
    private final Button now = new Button();
    private List<RunMark> ticked = List.of();
    private boolean moving;

    /** @param marks of the chosen run */
    public ScrubBar(Scrub scrub, Supplier<List<RunMark>> marks) {
        this.scrub = scrub;
        this.marks = marks;
        getStyleClass().add("scrub-bar");
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("live-scrub");
        slider.setAccessibleText(words.get("scrub"));
        slider.setTooltip(new Tooltip(words.get("scrub.tip")));
        slider.valueProperty().addListener((value, before, to) -> moved(to.doubleValue()));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ticks.setMouseTransparent(true);
        ticks.setMinWidth(0);
        ticks.getStyleClass().add("scrub-ticks");
        StackPane track = new StackPane(slider, ticks);
        HBox.setHgrow(track, Priority.ALWAYS);
        track.setMinWidth(0);
        ticks.widthProperty().addListener((value, before, width) -> layTicks());
        where.setId("live-scrub-step");
        where.getStyleClass().add("scrub-where");
        where.setMinWidth(Region.USE_PREF_SIZE);
        now.setText(words.get("scrub.now"));
        now.setGraphic(new FontIcon("fth-chevrons-right"));
        now.setId("live-scrub-now");
        now.setTooltip(new Tooltip(words.get("scrub.now.tip")));
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.setOnAction(event -> scrub.toNow());
        getChildren()
                .addAll(
                        button("live-scrub-back", "fth-chevron-left", "scrub.back", () -> scrub.by(-1)),
                        button("live-scrub-forward", "fth-chevron-right", "scrub.forward", () -> scrub.by(1)),
                        track,
                        where,
                        now);
        scrub.position().addListener((value, before, at) -> update());
        scrub.last().addListener((value, before, last) -> update());
        scrub.first().addListener((value, before, first) -> update());
        update();
    }

    private static Button iconButton(String id, String icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button button(String id, String icon, String key, Runnable action) {
        return iconButton(id, icon, words.get(key), action);
    }

    private void moved(double to) {
        if (!moving) {
            scrub.to(Math.round(to));
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            scrub.by((event.isShiftDown() ? 10 : 1) * (code == KeyCode.LEFT ? -1 : 1));
        } else if (code == KeyCode.HOME) {
            scrub.toStart();
        } else if (code == KeyCode.END) {
            scrub.toNow();
        } else if (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN) {
            scrub.toNext(marks.get().stream().map(RunMark::step).toList(), code == KeyCode.PAGE_DOWN);
        } else {
            return;
        }
        event.consume();
    }

    /** Takes over where it stands, and the marks. */
    public void update() {
        moving = true;
        slider.setMin(scrub.first().get());
        slider.setMax(Math.max(scrub.first().get() + 1.0, scrub.last().get()));
        slider.setValue(scrub.step());
        slider.setDisable(scrub.last().get() <= scrub.first().get());
        moving = false;
        where.setText(words.get(
                scrub.atNow() ? "scrub.at.now" : "scrub.at",
                scrub.step(),
                scrub.last().get()));
        now.setDisable(scrub.atNow());
        layTicks();
    }

    private void layTicks() {
        List<RunMark> all = marks.get();
        double reach = slider.getMax() - slider.getMin();
        double width = ticks.getWidth();
        if (!ticked.equals(all)) {
            ticked = List.copyOf(all);
            ticks.getChildren().setAll(tickNodes());
        }
        for (int i = 0; i < ticks.getChildren().size(); i++) {
            Region tick = (Region) ticks.getChildren().get(i);
            double part = ((RunMark) tick.getUserData()).step() - slider.getMin();
            tick.resizeRelocate(8 + part / reach * Math.max(0, width - 16), ticks.getHeight() - 5, 2, 5);
        }
    }

    /** At most one tick where several marks share a step: the one that matters most was added last. */
    private List<Region> tickNodes() {
        List<Region> nodes = new ArrayList<>();
        for (RunMark mark : ticked) {
            Region tick = new Region();
            tick.setManaged(false);
            tick.setUserData(mark);
            tick.getStyleClass().addAll("scrub-tick", mark.kind().key().replace('.', '-'));
            tick.setAccessibleText(markWords.brief(mark));
            nodes.add(tick);
        }
        return nodes;
    }
}

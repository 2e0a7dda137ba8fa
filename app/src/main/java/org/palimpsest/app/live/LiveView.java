package org.palimpsest.app.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.chart.axis.SharedAxis;
import org.palimpsest.app.live.control.ControlBar;
import org.palimpsest.app.live.control.Controls;
import org.palimpsest.app.live.panel.PanelGrid;
import org.palimpsest.app.live.panel.PanelKind;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.Scrub;
import org.palimpsest.app.live.run.Standing;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.live.side.SidePane;
import org.palimpsest.app.live.strip.RunStrip;
import org.palimpsest.app.live.strip.ScrubBar;
import org.palimpsest.app.live.strip.StandingWords;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.workbench.Workbench;

/** Strip, controls, panels, scrubber and what stands beside them. */
final class LiveView extends StackPane {
    private static final String KINDS = "live.panels";
    private static final String DIVIDER = "live.divider";
    private static final double USUAL_DIVIDER = 0.74;

    private final LiveRuns runs;
    private final Scrub scrub;
    private final RunStrip strip;
    private final ControlBar bar;
    private final Label sentence = new Label();
    private final PanelGrid grid;
    private final ScrubBar scrubber;
    private final SidePane side;
    private final BorderPane content = new BorderPane();
    private final EmptyLive empty;
    private final SplitPane split;
    private final PreferencesFile preferences;
    private final StandingWords standings = new StandingWords();

    LiveView(Workbench workbench, LiveRuns runs, SharedAxis axis, Scrub scrub, Controls controls, SidePane side) {
        this.runs = runs;
        this.scrub = scrub;
        this.side = side;
        this.preferences = workbench.preferences();
        getStyleClass().add("live");
        strip = new RunStrip(runs);
        bar = new ControlBar(controls);
        sentence.setId("live-sentence");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("live-sentence");
        sentence.managedProperty().bind(sentence.visibleProperty());
        grid = new PanelGrid(axis, kinds(), this::remember);
        scrubber = new ScrubBar(
                scrub,
                () -> runs.chosen().get() == null
                        ? List.of()
                        : runs.chosen().get().run().marks());
        // With large text the panels keep the height they need, and the place scrolls.
        ScrollPane panels = new ScrollPane(grid);
        panels.setFitToWidth(true);
        panels.setFitToHeight(true);
        panels.setFocusTraversable(false);
        panels.getStyleClass().addAll("live-panels", "edge-to-edge");
        // A scrolling pane takes the space bar for itself, which here pauses and continues.
        grid.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && controls.pauseOrContinue()) {
                event.consume();
            }
        });
        BorderPane middle = new BorderPane(panels);
        middle.setBottom(scrubber);
        split = new SplitPane(middle, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(divider());
        split.getStyleClass().add("live-split");
        content.setTop(new VBox(strip, bar, sentence));
        content.setCenter(split);
        empty = new EmptyLive(workbench, runs);
        getChildren().addAll(content, empty);
        update();
    }

    PanelGrid grid() {
        return grid;
    }

    /** Gives the focus to where keys mean what they mean in this place. */
    void focus() {
        if (runs.chosen().get() == null) {
            empty.focus();
        } else {
            grid.focus();
        }
    }

    /** Takes over whatever has changed. */
    void update() {
        Watched chosen = runs.chosen().get();
        boolean other = content.isVisible() != (chosen != null);
        boolean focused = other && getScene() != null && isFocusWithin();
        content.setVisible(chosen != null);
        empty.setVisible(chosen == null);
        if (focused) {
            focus();
        }
        List<Watched> shown = runs.shown();
        long first =
                shown.stream().mapToLong(run -> run.run().firstStep()).min().orElse(0);
        long last = shown.stream().mapToLong(run -> run.run().step()).max().orElse(0);
        scrub.reach(first, last);
        List<Integer> colours =
                shown.stream().map(run -> runs.watched().indexOf(run)).toList();
        Shown now = new Shown(chosen, shown, colours, scrub.step(), scrub.atNow());
        strip.update();
        bar.update();
        grid.show(now);
        side.show(now);
        scrubber.update();
        sentence(chosen);
    }

    private void sentence(Watched chosen) {
        boolean worthwhile = chosen != null && worthwhile(chosen.run());
        sentence.setVisible(worthwhile);
        if (worthwhile) {
            sentence.setText(standings.sentence(chosen));
            sentence.getStyleClass().removeAll("is-wrong");
            Standing standing = chosen.run().standing();
            if (standing == Standing.FAILED || standing == Standing.INTERRUPTED) {
                sentence.getStyleClass().add("is-wrong");
            }
        }
    }

    /** Whether there is more to say than the strip does. */
    private static boolean worthwhile(LiveRun run) {
        return switch (run.standing()) {
            case STARTING, MEASURING, FAILED, INTERRUPTED, STOPPED -> true;
            case STEPPING, PAUSED, FINISHED -> false;
        };
    }

    private List<PanelKind> kinds() {
        String kept = preferences.get().layout().getOrDefault(KINDS, "");
        List<PanelKind> kinds = new ArrayList<>(PanelKind.FIRST);
        List<String> known = Arrays.stream(PanelKind.values()).map(Enum::name).toList();
        String[] names = kept.split(",");
        for (int i = 0; i < Math.min(names.length, kinds.size()); i++) {
            if (known.contains(names[i])) {
                kinds.set(i, PanelKind.valueOf(names[i]));
            }
        }
        return kinds;
    }

    private void remember(List<PanelKind> kinds) {
        String names = String.join(",", kinds.stream().map(Enum::name).toList());
        preferences.change(before -> before.withLayout(KINDS, names));
    }

    private double divider() {
        String kept = preferences.get().layout().getOrDefault(DIVIDER, "");
        return kept.matches("0\\.\\d{1,6}") ? Double.parseDouble(kept) : USUAL_DIVIDER;
    }

    /** Keeps the sizes for the next time. */
    void keep() {
        Map<String, String> layout = preferences.get().layout();
        String now = String.format(java.util.Locale.ROOT, "%.3f", split.getDividerPositions()[0]);
        if (!now.equals(layout.get(DIVIDER))) {
            preferences.change(before -> before.withLayout(DIVIDER, now));
        }
    }
}

package org.palimpsest.app.compare;

import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.layout.Region;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunMark;
import org.palimpsest.app.worker.RunSelection;

/** Runs side by side: a table of all, and pictures of those selected. */
public final class ComparePlace implements Place {
    private final Workbench workbench;
    private final Messages words = Messages.of("compare");
    private final CompareModel model = new CompareModel();
    private final CompareActions actions;
    private final CompareView view;
    private final ListChangeListener<RunEntry> runsChanged = change -> stale();
    private final MapChangeListener<String, RunMark> marksChanged = change -> stale();
    private boolean seen;
    private boolean waiting;

    public ComparePlace(Workbench workbench) {
        this.workbench = workbench;
        this.actions = new CompareActions(workbench, model, words);
        this.view = new CompareView(workbench, model, actions, words);
        workbench.runList().runs().addListener(runsChanged);
        workbench.runList().marks().all().addListener(marksChanged);
        workbench.navigator().door(PlaceId.COMPARE, RunSelection.class, this::open);
        take();
        if (!workbench.runList().marks().problem().isEmpty()) {
            workbench
                    .notices()
                    .warning(words.get(
                            "marks.problem", workbench.runList().marks().problem()));
        }
    }

    /** However many changes come, they are taken over once before the next frame. */
    private void stale() {
        if (seen && !waiting) {
            waiting = true;
            Platform.runLater(() -> {
                waiting = false;
                take();
            });
        }
    }

    private void take() {
        model.table().show(workbench.runList().runs(), workbench.runList().marks()::get);
    }

    private void open(RunSelection selection) {
        take();
        view.select(selection.runs());
    }

    @Override
    public PlaceId id() {
        return PlaceId.COMPARE;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void shown() {
        seen = true;
        take();
        view.shown();
    }

    @Override
    public void hidden() {
        seen = false;
        view.hidden();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("compare.filter", words.get("command.filter"), view::focusFilter)
                        .keys("Shortcut+F"),
                Command.of("compare.star", words.get("star.toggle"), actions::toggleStars)
                        .when(actions::hasSelection),
                Command.of("compare.delete", words.get("delete"), actions::delete)
                        .when(actions::hasSelection),
                Command.of("compare.copy", words.get("copy.table"), actions::copyTable),
                Command.of("compare.export", words.get("export.csv"), actions::exportTable),
                Command.of("compare.command.compare", words.get("copy.compare"), () -> actions.copyCommand("compare")),
                Command.of("compare.command.report", words.get("copy.report"), () -> actions.copyCommand("report")));
    }

    @Override
    public void close() {
        workbench.runList().runs().removeListener(runsChanged);
        workbench.runList().marks().all().removeListener(marksChanged);
        view.close();
    }
}

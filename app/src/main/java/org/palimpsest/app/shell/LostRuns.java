package org.palimpsest.app.shell;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary.State;

/** Notices runs whose worker, started by another program, is gone without an ending. Workers of this window tell their end themselves. */
final class LostRuns {
    private final ObservableList<RunEntry> runs;
    private final Predicate<RunFolder> ours;
    private final Consumer<RunFolder> lost;
    private final Map<Path, State> before = new HashMap<>();
    private final Map<Path, Boolean> wasOurs = new HashMap<>();

    LostRuns(ObservableList<RunEntry> runs, Predicate<RunFolder> ours, Consumer<RunFolder> lost) {
        this.runs = runs;
        this.ours = ours;
        this.lost = lost;
    }

    /** Watches for as long as the list lives. */
    void watch() {
        runs.addListener((ListChangeListener<RunEntry>) change -> look());
        look();
    }

    private void look() {
        for (RunEntry run : runs) {
            State now = run.summary().state();
            State then = before.put(run.path(), now);
            if (run.working() && ours.test(run.folder())) {
                wasOurs.put(run.path(), true);
            }
            boolean worked = then == State.RUNNING || then == State.PAUSED;
            if (worked && now == State.INTERRUPTED && !wasOurs.containsKey(run.path())) {
                lost.accept(run.folder());
            }
            if (!run.working()) {
                wasOurs.remove(run.path());
            }
        }
    }
}

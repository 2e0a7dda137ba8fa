package org.palimpsest.app.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.worker.CheckpointSteps;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;

/** A run and a state of it, chosen among those there are. Used on the window's thread. */
public final class RunPickerModel {
    private final ObservableList<RunEntry> entries;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<RunChoice> seenRuns = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<Moment> moments = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<Moment> seenMoments = FXCollections.unmodifiableObservableList(moments);
    private final ReadOnlyObjectWrapper<RunChoice> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>();
    private final ListChangeListener<RunEntry> changed = change -> update();
    private RunAt wanted;

    /**
     * @param entries the runs there are, as {@code workbench.runList().runs()}
     * @param background reads which checkpoints there are
     * @param failed told when that cannot be read
     */
    public RunPickerModel(ObservableList<RunEntry> entries, Background background, Consumer<Exception> failed) {
        this.entries = entries;
        this.background = background;
        this.failed = failed;
        entries.addListener(new WeakListChangeListener<>(changed));
        update();
    }

    /** All runs, the newest first. */
    public ObservableList<RunChoice> runs() {
        return seenRuns;
    }

    /** The run chosen; null while there is none. */
    public ReadOnlyObjectProperty<RunChoice> run() {
        return run.getReadOnlyProperty();
    }

    /** States of the chosen run: the present one if it works, then checkpoints, the newest first. */
    public ObservableList<Moment> moments() {
        return seenMoments;
    }

    /** The state chosen; null while the run has none. */
    public ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** What is chosen, {@code step} being null for the present state of a working run; empty while nothing is. */
    public Optional<RunAt> chosen() {
        return run.get() == null || moment.get() == null
                ? Optional.empty()
                : Optional.of(new RunAt(run.get().folder(), moment.get().step()));
    }

    /** Chooses a run and its newest state. */
    public void choose(RunChoice choice) {
        if (choice != null && !choice.equals(run.get())) {
            wanted = null;
            take(choice);
        }
    }

    /** Chooses a state of the run. */
    public void choose(Moment choice) {
        if (choice != null && moments.contains(choice)) {
            moment.set(choice);
        }
    }

    /** Chooses a run at a step as soon as both are known; step null takes the newest state. */
    public void open(RunAt at) {
        wanted = at;
        find(at.folder()).ifPresent(this::take);
    }

    /** Looks again which checkpoints there are. */
    public void refresh() {
        if (run.get() != null) {
            read(run.get());
        }
    }

    private Optional<RunChoice> find(RunFolder folder) {
        return runs.stream().filter(choice -> choice.folder().equals(folder)).findFirst();
    }

    private void update() {
        List<RunChoice> now = entries.stream().map(RunChoice::of).toList();
        if (now.equals(runs)) {
            return;
        }
        RunChoice before = run.get();
        runs.setAll(now);
        Optional<RunChoice> opened =
                wanted == null ? Optional.empty() : find(wanted.folder()).filter(choice -> !choice.equals(before));
        RunChoice next = opened.or(() -> before == null ? Optional.empty() : find(before.folder()))
                .orElse(now.isEmpty() ? null : now.get(0));
        if (next == null) {
            run.set(null);
            show(List.of(), null);
        } else if (!next.equals(before)) {
            take(next);
        }
    }

    private void take(RunChoice choice) {
        boolean other = run.get() == null || !run.get().folder().equals(choice.folder());
        run.set(choice);
        if (other) {
            show(List.of(), null);
        }
        read(choice);
    }

    private void read(RunChoice choice) {
        background.compute(
                () -> CheckpointSteps.of(choice.folder()),
                steps -> {
                    if (choice.equals(run.get())) {
                        show(moments(choice, steps), moment.get());
                    }
                },
                failed);
    }

    private static List<Moment> moments(RunChoice choice, List<Long> steps) {
        List<Moment> moments = new ArrayList<>();
        if (choice.working()) {
            moments.add(Moment.NOW);
        }
        for (Long step : steps) {
            moments.add(new Moment(step, step.equals(steps.get(0))));
        }
        return moments;
    }

    private void show(List<Moment> now, Moment before) {
        if (!moments.equals(now)) {
            moments.setAll(now);
        }
        Optional<Moment> opened = wanted == null || wanted.step() == null
                ? Optional.empty()
                : now.stream().filter(each -> wanted.step().equals(each.step())).findFirst();
        if (!now.isEmpty() && wanted != null && run.get().folder().equals(wanted.folder())) {
            wanted = null;
        } else {
            opened = Optional.empty();
        }
        Optional<Moment> kept = before == null
                ? Optional.empty()
                : now.stream()
                        .filter(each -> Objects.equals(each.step(), before.step()))
                        .findFirst();
        moment.set(opened.or(() -> kept).orElse(now.isEmpty() ? null : now.get(0)));
    }
}

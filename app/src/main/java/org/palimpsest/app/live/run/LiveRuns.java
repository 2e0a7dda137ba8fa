package org.palimpsest.app.live.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;

/** The runs that are watched: those a person opened, and by itself those that are at work. Used on the window's thread. */
public final class LiveRuns implements AutoCloseable {
    private final ObservableList<RunEntry> all;
    private final Executor later;
    private final BiConsumer<LiveRun, Guards.Verdict> broken;
    private final ObservableList<Watched> watched = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<Watched> seen = FXCollections.unmodifiableObservableList(watched);
    private final ObjectProperty<Watched> chosen = new SimpleObjectProperty<>();
    private final Map<Path, RunEntry> entries = new HashMap<>();
    private final Set<Path> dismissed = new HashSet<>();
    private final ListChangeListener<RunEntry> looking = change -> look();
    private final List<Consumer<Watched>> newcomers = new ArrayList<>();
    private GuardRules rules;

    /**
     * @param all the runs there are
     * @param later where updates are worked, usually {@code Platform::runLater}
     * @param broken told of every guard that breaks
     */
    public LiveRuns(
            ObservableList<RunEntry> all,
            Executor later,
            GuardRules rules,
            BiConsumer<LiveRun, Guards.Verdict> broken) {
        this.all = all;
        this.later = later;
        this.rules = rules;
        this.broken = broken;
        all.addListener(looking);
    }

    /** Begins to follow what is at work. */
    public void begin() {
        look();
    }

    /** In the order they were taken up. */
    public ObservableList<Watched> watched() {
        return seen;
    }

    /** The run whose controls, card and distributions are shown; null if none is watched. */
    public ObjectProperty<Watched> chosen() {
        return chosen;
    }

    /** The chosen run first, then those laid over it. */
    public List<Watched> shown() {
        List<Watched> shown = new ArrayList<>();
        if (chosen.get() != null) {
            shown.add(chosen.get());
        }
        watched.stream()
                .filter(run -> run != chosen.get() && run.overlaid().get())
                .forEach(shown::add);
        return shown;
    }

    /** Calls {@code listener} for every run that is taken up from now on. */
    public void onNew(Consumer<Watched> listener) {
        newcomers.add(listener);
    }

    /** Watches a run and chooses it. */
    public Watched open(RunFolder folder) {
        dismissed.remove(folder.path());
        Watched run = find(folder.path()).orElseGet(() -> take(folder));
        chosen.set(run);
        return run;
    }

    /** Watches runs side by side; the first one is chosen. */
    public void open(List<RunFolder> folders) {
        for (Watched run : watched) {
            run.overlaid().set(false);
        }
        Watched first = null;
        for (RunFolder folder : folders) {
            Watched run = open(folder);
            run.overlaid().set(true);
            first = first == null ? run : first;
        }
        if (first != null) {
            chosen.set(first);
        }
    }

    /** The watched run in a folder. */
    public Optional<Watched> find(Path folder) {
        return watched.stream()
                .filter(run -> run.run().folder().path().equals(folder))
                .findFirst();
    }

    /** Watches a run no longer, even if it is at work. */
    public void dismiss(Watched run) {
        int place = watched.indexOf(run);
        if (place < 0) {
            return;
        }
        dismissed.add(run.run().folder().path());
        watched.remove(run);
        run.close();
        if (chosen.get() == run) {
            chosen.set(watched.isEmpty() ? null : watched.get(Math.min(place, watched.size() - 1)));
        }
    }

    /** Chooses the next run of the strip, or the one before. */
    public void choose(int by) {
        if (!watched.isEmpty()) {
            int now = Math.max(0, watched.indexOf(chosen.get()));
            chosen.set(watched.get(Math.floorMod(now + by, watched.size())));
        }
    }

    /** Changes what the guards look for, in every run. */
    public void rules(GuardRules changed) {
        rules = changed;
        for (Watched run : watched) {
            run.guards().rules(changed);
            run.run().changed();
        }
    }

    public GuardRules rules() {
        return rules;
    }

    private Watched take(RunFolder folder) {
        Watch watch = new Watch(new LiveRun(folder), new Guards(rules), later, broken);
        Watched run = new Watched(watch);
        watched.add(run);
        newcomers.forEach(listener -> listener.accept(run));
        run.run().revision().addListener((value, before, now) -> compare(run.run()));
        watch.follow();
        return run;
    }

    private void look() {
        entries.clear();
        for (RunEntry entry : List.copyOf(all)) {
            Path path = entry.path();
            entries.put(path, entry);
            Optional<Watched> known = find(path);
            if (known.isEmpty() && entry.working() && !dismissed.contains(path)) {
                takeUp(entry.folder());
            }
            known.ifPresent(run -> compare(run.run()));
        }
    }

    /** A run has begun by itself or from another place: it is laid over, and chosen if the chosen one is at rest. */
    private void takeUp(RunFolder folder) {
        Watched run = take(folder);
        run.overlaid().set(true);
        if (chosen.get() == null) {
            chosen.set(run);
        }
    }

    /** The log does not tell that its writer was killed; the lock does. What was looked up before the newest event says nothing of now. */
    private void compare(LiveRun run) {
        RunEntry entry = entries.get(run.folder().path());
        if (entry == null || entry.changed().isBefore(run.lastAt())) {
            return;
        }
        if (entry.summary().state() == RunSummary.State.INTERRUPTED) {
            run.abandoned();
        } else if (entry.working()) {
            run.taken();
        }
    }

    @Override
    public void close() {
        all.removeListener(looking);
        watched.forEach(Watched::close);
    }
}

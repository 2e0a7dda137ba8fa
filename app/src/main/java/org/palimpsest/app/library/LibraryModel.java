package org.palimpsest.app.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;

/** What is known of models, data, recipes and runs on disk. Used on the window's thread; files are read on others. */
final class LibraryModel {
    private final Memory memory;
    private final Supplier<List<Path>> folders;
    private final Path ownRuns;
    private final Path sample;
    private final ObservableList<RunEntry> runs;
    private final Background background;
    private final Undo undo;
    private final Notices notices;
    private final Checking checking;
    private final Inspections inspections;
    private final Messages words = Messages.of("library");

    private boolean seen = true;
    private final ObservableList<LibraryItem> items = FXCollections.observableArrayList();
    /** Held, since who listens to it does not keep it alive. */
    private final ObservableList<LibraryItem> itemsSeen = FXCollections.unmodifiableObservableList(items);

    private final ReadOnlyObjectWrapper<LibraryItem> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> sampled = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Detail> detail = new ReadOnlyObjectWrapper<>();
    private List<LibraryItem> gathered = List.of();
    private final Set<Path> lookedAt = new HashSet<>();
    private final List<Path> brought = new ArrayList<>();
    private boolean lookingOn;
    private boolean known;
    private boolean read;

    /**
     * @param folders which are looked through
     * @param ownRuns the folder of the workspace's runs, which {@code runs} lists
     * @param sample where the sample is unpacked
     */
    LibraryModel(
            ShelfFile file,
            Supplier<List<Path>> folders,
            Path ownRuns,
            Path sample,
            ObservableList<RunEntry> runs,
            Inspections inspections,
            Background background,
            Undo undo,
            Notices notices) {
        this.memory = new Memory(file, background, notices);
        this.folders = folders;
        this.ownRuns = ownRuns;
        this.sample = sample;
        this.runs = runs;
        this.background = background;
        this.undo = undo;
        this.notices = notices;
        this.inspections = inspections;
        this.checking = new Checking(background, inspections, this::taken);
        runs.addListener((ListChangeListener<RunEntry>) change -> {
            if (seen) {
                show();
            }
        });
    }

    /** Says whether anybody looks; where nobody does, runs that take steps change nothing. */
    void setSeen(boolean now) {
        boolean again = now && !seen;
        seen = now;
        if (again) {
            show();
        }
    }

    /** Everything there is, by kind; the workspace's runs newest first. */
    ObservableList<LibraryItem> items() {
        return itemsSeen;
    }

    /** What was brought and is being looked into or was refused, the newest first. */
    ObservableList<Check> checks() {
        return checking.checks();
    }

    ReadOnlyObjectProperty<LibraryItem> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** What is known of {@link #chosen}; null while nothing is chosen. */
    ReadOnlyObjectProperty<Detail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Looks through the folders anew. */
    void refresh() {
        boolean first = !read;
        read = true;
        List<Path> where = folders.get();
        background.compute(
                () -> {
                    Shelf shelf = first ? memory.read() : memory.shelf();
                    return new Gathered(Gathering.of(shelf, where), hasSample(sample));
                },
                now -> {
                    gathered = now.items().stream()
                            .filter(item -> !item.path().startsWith(ownRuns))
                            .toList();
                    sampled.set(now.sampled());
                    show();
                    checkBrought();
                },
                failure -> {
                    notices.error(words.get("refresh.failed", String.valueOf(failure.getMessage())), failure);
                    checkBrought();
                });
    }

    private void checkBrought() {
        known = true;
        List<Path> waiting = List.copyOf(brought);
        brought.clear();
        waiting.forEach(checking::check);
    }

    private record Gathered(List<LibraryItem> items, boolean sampled) {}

    private void show() {
        List<LibraryItem> all = new ArrayList<>(gathered);
        runs.forEach(run -> all.add(LibraryItem.of(run)));
        if (!items.equals(all)) {
            items.setAll(all);
        }
        if (chosen.get() != null) {
            Path path = chosen.get().path();
            find(path).ifPresentOrElse(this::choose, () -> choose(null));
        }
    }

    Optional<LibraryItem> find(Path path) {
        return items.stream().filter(item -> item.path().equals(path)).findFirst();
    }

    /** Looks into files and folders that a person brought, and takes in those that can be used. */
    void bring(List<Path> paths) {
        if (known) {
            paths.forEach(checking::check);
            return;
        }
        // What was kept before must be read first, or it would be written over.
        brought.addAll(paths);
        if (!read) {
            refresh();
        }
    }

    /** Takes a refusal off the screen. */
    void dismiss(Check check) {
        checking.dismiss(check);
    }

    private void taken(KnownThing thing) {
        Path path = thing.path();
        if (path.startsWith(ownRuns)) {
            find(path).ifPresent(this::choose);
            return;
        }
        Optional<KnownThing> before = memory.shelf().find(path).filter(KnownThing::added);
        if (before.isPresent()) {
            change(memory.shelf().with(thing));
        } else {
            undo.perform(new Edit(
                    words.get("edit.add", path.getFileName().toString()),
                    () -> change(memory.shelf().with(thing)),
                    () -> change(memory.shelf().forgetting(path))));
        }
        notices.success(words.get("taken", path.getFileName().toString(), words.get("kind." + thing.kind())));
        choose(new LibraryItem(
                thing.kind(),
                path,
                true,
                thing.found().isEmpty() ? Optional.empty() : Optional.of(DeskLines.reply(thing.found())),
                Optional.empty()));
    }

    /** Takes something out of the Library; the files stay where they are. */
    void takeOut(LibraryItem item) {
        Optional<KnownThing> before = memory.shelf().find(item.path());
        undo.perform(new Edit(
                words.get("edit.remove", item.name()),
                () -> change(memory.shelf().without(item.path())),
                () -> {
                    Shelf seen = new Shelf(
                            memory.shelf().things(),
                            memory.shelf().hidden().stream()
                                    .filter(path -> !path.equals(item.path()))
                                    .toList());
                    change(before.map(seen::with).orElse(seen));
                }));
    }

    private void change(Shelf changed) {
        memory.keep(changed);
        refresh();
    }

    /** Chooses what is shown in full; null for nothing. */
    void choose(LibraryItem item) {
        LibraryItem before = chosen.get();
        chosen.set(item);
        if (item == null) {
            detail.set(null);
        } else if (!item.present()) {
            detail.set(new Detail.Wrong(words.get("gone", item.path().toString())));
        } else if (item.run().isPresent()) {
            detail.set(new Detail.OfRun(item.run().get()));
        } else if (item.found().isPresent()) {
            detail.set(new Detail.Found(item.found().get()));
        } else if (before == null || !before.path().equals(item.path()) || detail.get() == null) {
            look(item);
        }
    }

    private void look(LibraryItem item) {
        detail.set(new Detail.Looking());
        if (item.kind() == ThingKind.RECIPE || item.kind() == ThingKind.RUN) {
            background.compute(
                    () -> item.kind() == ThingKind.RUN ? Reading.run(item.path()) : Reading.recipe(item.path()),
                    found -> show(item, found),
                    failure -> show(item, new Detail.Wrong(String.valueOf(failure.getMessage()))));
        } else {
            inspections.inspect(item.path(), reply -> looked(item, reply));
        }
    }

    private void looked(LibraryItem item, DeskReply reply) {
        if (reply instanceof DeskReply.Refused refused) {
            show(item, new Detail.Wrong(refused.message()));
            return;
        }
        show(item, new Detail.Found(reply));
        learn(item, reply);
        lookOn();
    }

    /** While the desk is there, it looks into the rest too, one after the other, so that the list says what each is. */
    private void lookOn() {
        if (lookingOn) {
            return;
        }
        Optional<LibraryItem> next = gathered.stream()
                .filter(item -> item.kind() == ThingKind.MODEL || item.kind() == ThingKind.DATA)
                .filter(item -> item.present() && item.found().isEmpty() && lookedAt.add(item.path()))
                .findFirst();
        lookingOn = next.isPresent();
        next.ifPresent(item -> inspections.inspect(item.path(), reply -> {
            if (!(reply instanceof DeskReply.Refused)) {
                learn(item, reply);
            }
            lookingOn = false;
            lookOn();
        }));
    }

    private void learn(LibraryItem item, DeskReply reply) {
        memory.learn(item, reply);
        gathered = gathered.stream()
                .map(one -> one.path().equals(item.path())
                        ? new LibraryItem(one.kind(), one.path(), true, Optional.of(reply), one.run())
                        : one)
                .toList();
        show();
    }

    private void show(LibraryItem item, Detail found) {
        if (chosen.get() != null && chosen.get().path().equals(item.path())) {
            detail.set(found);
        }
    }

    /** Whether the sample has been unpacked; null before anybody has looked. */
    ReadOnlyObjectProperty<Boolean> sampled() {
        return sampled.getReadOnlyProperty();
    }

    private static boolean hasSample(Path folder) {
        return Files.isDirectory(folder.resolve("models")) && Files.isDirectory(folder.resolve("texts"));
    }
}

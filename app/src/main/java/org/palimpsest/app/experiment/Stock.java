package org.palimpsest.app.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.Pantry;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;

/** The models and data at hand, and what each is. Used on the window's thread. */
final class Stock {
    private final Workbench workbench;
    private final Inspections inspections;
    private final ShelfFile file;
    private final ObservableList<Ingredient> all = FXCollections.observableArrayList();
    /** Held, since who listens to it does not keep it alive. */
    private final ObservableList<Ingredient> allSeen = FXCollections.unmodifiableObservableList(all);

    private final Map<Path, KnownThing> found = new HashMap<>();

    Stock(Workbench workbench) {
        this.workbench = workbench;
        this.inspections = new Inspections(workbench.desk()::ask, Platform::runLater);
        this.file = new ShelfFile(workbench.workspace().libraryFile());
    }

    /** What the Library has, by its order. */
    ObservableList<Ingredient> all() {
        return allSeen;
    }

    /** Looks anew at what the Library has. */
    void refresh() {
        List<Path> folders = new ArrayList<>(
                List.of(workbench.workspace().sample(), workbench.workspace().models()));
        workbench.preferences().get().dataFolders().forEach(folder -> folders.add(Path.of(folder)));
        record Seen(Shelf shelf, List<Ingredient> ingredients) {}
        workbench
                .tasks()
                .compute(
                        () -> {
                            Shelf shelf = file.read();
                            return new Seen(shelf, Pantry.of(shelf, folders));
                        },
                        seen -> {
                            seen.shelf().things().stream()
                                    .filter(thing -> !thing.found().isEmpty())
                                    .forEach(thing -> found.putIfAbsent(thing.path(), thing));
                            if (!all.equals(seen.ingredients())) {
                                all.setAll(seen.ingredients());
                            }
                        },
                        failure -> workbench.notices().error(String.valueOf(failure.getMessage()), failure));
    }

    /**
     * Says what lies at a path, from memory where nothing has changed.
     *
     * @param answer not called where there is nothing; that is told with the recipe's other problems
     */
    void describe(String text, Consumer<DeskReply> answer) {
        Path path;
        try {
            path = Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return;
        }
        workbench
                .tasks()
                .compute(
                        () -> KnownThing.stampOf(path),
                        stamp -> {
                            KnownThing known = found.get(path);
                            if (known != null && known.stamp().equals(stamp)) {
                                answer.accept(DeskLines.reply(known.found()));
                            } else if (!stamp.isEmpty()) {
                                inspections.inspect(path, reply -> {
                                    if (!(reply instanceof DeskReply.Refused)) {
                                        found.put(
                                                path, new KnownThing(null, path, false, stamp, DeskLines.line(reply)));
                                    }
                                    answer.accept(reply);
                                });
                            }
                        },
                        failure -> answer.accept(new DeskReply.Refused(0, path + ": " + failure.getMessage())));
    }
}

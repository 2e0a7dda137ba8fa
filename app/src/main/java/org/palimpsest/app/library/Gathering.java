package org.palimpsest.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.app.worker.FolderScan;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.desk.DeskLines;

/** Finds everything the Library shows, beside the runs of the workspace. Called on a thread of its own. */
final class Gathering {
    private static final Comparator<LibraryItem> ORDER = Comparator.comparing(LibraryItem::kind)
            .thenComparing(item -> item.name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(item -> item.path().toString());

    private Gathering() {}

    /** What was added and what lies in {@code folders}, without what was taken out, by kind and name. */
    static List<LibraryItem> of(Shelf shelf, List<Path> folders) throws IOException {
        Map<Path, ThingKind> all = new LinkedHashMap<>();
        for (Path folder : folders) {
            all.putAll(FolderScan.of(folder));
        }
        shelf.hidden().forEach(all::remove);
        shelf.things().stream().filter(KnownThing::added).forEach(thing -> all.put(thing.path(), thing.kind()));
        List<LibraryItem> items = new ArrayList<>();
        for (Map.Entry<Path, ThingKind> one : all.entrySet()) {
            items.add(item(one.getValue(), one.getKey(), shelf));
        }
        items.sort(ORDER);
        return List.copyOf(items);
    }

    private static LibraryItem item(ThingKind kind, Path path, Shelf shelf) throws IOException {
        Optional<KnownThing> known =
                shelf.find(path).filter(thing -> !thing.found().isEmpty());
        boolean same = known.isPresent() && known.get().stamp().equals(KnownThing.stampOf(path));
        return new LibraryItem(
                kind,
                path,
                Files.exists(path),
                same ? known.map(thing -> DeskLines.reply(thing.found())) : Optional.empty(),
                kind == ThingKind.RUN && Reading.run(path) instanceof Detail.OfRun run
                        ? Optional.of(run.run())
                        : Optional.empty());
    }
}

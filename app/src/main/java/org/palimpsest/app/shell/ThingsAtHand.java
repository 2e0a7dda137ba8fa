package org.palimpsest.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.FolderScan;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.app.worker.ThingKind;

/** Models and data the palette finds: what the Library knows. Looked for behind the window, each time the palette is opened. */
final class ThingsAtHand {
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private Map<Path, ThingKind> things = Map.of();

    ThingsAtHand(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Looks anew; what is found is there the next time the palette asks, usually before a letter is typed. */
    void look(Runnable found) {
        workbench
                .tasks()
                .compute(
                        this::find,
                        now -> {
                            boolean other = !now.equals(things);
                            things = now;
                            if (other) {
                                found.run();
                            }
                        },
                        refused -> workbench.notices().warning(words.get("palette.unread", refused.getMessage())));
    }

    private Map<Path, ThingKind> find() throws IOException {
        Map<Path, ThingKind> all =
                new LinkedHashMap<>(FolderScan.of(workbench.workspace().sample()));
        for (String folder : workbench.preferences().get().dataFolders()) {
            all.putAll(FolderScan.of(Path.of(folder)));
        }
        Shelf shelf = new ShelfFile(workbench.workspace().libraryFile()).read();
        shelf.things().stream().filter(KnownThing::added).forEach(thing -> all.put(thing.path(), thing.kind()));
        shelf.hidden().forEach(all::remove);
        return all;
    }

    /** What was found last. */
    Map<Path, ThingKind> all() {
        return things;
    }
}

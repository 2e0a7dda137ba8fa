package org.palimpsest.app.library;

import java.io.IOException;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.workbench.Notices;
import org.palimpsest.app.worker.KnownThing;
import org.palimpsest.app.worker.Shelf;
import org.palimpsest.app.worker.ShelfFile;
import org.palimpsest.engine.event.desk.DeskLines;
import org.palimpsest.engine.event.desk.DeskReply;

/** What the Library keeps in mind, and its file, which is written behind the window. Changed on the window's thread. */
final class Memory {
    private final ShelfFile file;
    private final Background background;
    private final Notices notices;
    private final Messages words = Messages.of("library");
    private volatile Shelf shelf = Shelf.EMPTY;

    Memory(ShelfFile file, Background background, Notices notices) {
        this.file = file;
        this.background = background;
        this.notices = notices;
    }

    Shelf shelf() {
        return shelf;
    }

    /** Reads what was kept; called once, on a thread of its own, before anything is changed. */
    Shelf read() throws IOException {
        shelf = file.read();
        return shelf;
    }

    void keep(Shelf changed) {
        shelf = changed;
        background.compute(
                () -> {
                    // Whichever of two writers comes last, the newest is what gets written.
                    file.write(shelf);
                    return true;
                },
                done -> {},
                this::fail);
    }

    /** Keeps what the desk said of a thing, for as long as its files look the same. */
    void learn(LibraryItem item, DeskReply reply) {
        background.compute(
                () -> KnownThing.stampOf(item.path()),
                stamp -> {
                    boolean added =
                            shelf.find(item.path()).map(KnownThing::added).orElse(false);
                    keep(shelf.with(new KnownThing(item.kind(), item.path(), added, stamp, DeskLines.line(reply))));
                },
                this::fail);
    }

    private void fail(Exception failure) {
        notices.error(words.get("write.failed", String.valueOf(failure.getMessage())), failure);
    }
}

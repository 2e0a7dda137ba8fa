package org.palimpsest.app.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * A line of the Library.
 *
 * @param present whether it is still where it was
 * @param found what is known of a model or of data; empty if it has not been looked into, or has changed since
 * @param run how a run stands; empty for everything else
 */
record LibraryItem(ThingKind kind, Path path, boolean present, Optional<DeskReply> found, Optional<RunEntry> run) {

    static LibraryItem of(RunEntry run) {
        return new LibraryItem(ThingKind.RUN, run.path(), true, Optional.empty(), Optional.of(run));
    }

    String name() {
        return run.map(RunEntry::name).orElse(path.getFileName().toString());
    }

    /** Whether its name or folder has all words of {@code search}. */
    boolean matches(String search) {
        String text = (name() + " " + path).toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}

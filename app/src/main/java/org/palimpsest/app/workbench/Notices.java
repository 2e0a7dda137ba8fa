package org.palimpsest.app.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.workbench.Notice.Level;

/** What was told, the newest first. Used on the window's thread. */
public final class Notices {
    private static final int LIMIT = 200;

    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<Notice> seen = FXCollections.unmodifiableObservableList(all);

    public ObservableList<Notice> all() {
        return seen;
    }

    public void information(String text) {
        add(Level.INFORMATION, text, "", null);
    }

    public void success(String text) {
        add(Level.SUCCESS, text, "", null);
    }

    public void warning(String text) {
        add(Level.WARNING, text, "", null);
    }

    /** An error in words: what happened, to what, and what to do next. */
    public void error(String text) {
        add(Level.ERROR, text, "", null);
    }

    /** An error that was not foreseen; its trace is the detail. */
    public void error(String text, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        add(Level.ERROR, text, trace.toString(), null);
    }

    /** @param action what a click does; null for nothing */
    public void add(Level level, String text, String detail, Command action) {
        all.add(0, new Notice(level, Instant.now(), text, detail, Optional.ofNullable(action)));
        if (all.size() > LIMIT) {
            all.remove(LIMIT, all.size());
        }
    }
}

package org.palimpsest.app.worker.log;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.event.RunFolder;

/** Every curve of a run, whole: the terms of the loss and what probes saw. Goes on reading where it stopped. For one thread at a time. */
public final class RunCurves {
    private final LogReader log;

    public RunCurves(RunFolder folder) {
        this.log = new LogReader(folder, true);
    }

    /**
     * Reads what is new.
     *
     * @throws IOException if the log cannot be read
     */
    public void read() throws IOException {
        log.read();
    }

    /** What there is, in the order in which it was first seen. */
    public Set<SeriesKey> keys() {
        return Collections.unmodifiableSet(log.columns().keySet());
    }

    /** The points of a curve; without any if there is no such curve. */
    public Column curve(SeriesKey key) {
        return log.columns().getOrDefault(key, new Column());
    }

    /** All curves. */
    public Map<SeriesKey, Column> all() {
        return Collections.unmodifiableMap(log.columns());
    }

    /** Seconds spent in steps by the end of each step. */
    public Column seconds() {
        return log.seconds();
    }

    /** Supervised tokens seen by the end of each step. */
    public Column tokens() {
        return log.tokens();
    }
}

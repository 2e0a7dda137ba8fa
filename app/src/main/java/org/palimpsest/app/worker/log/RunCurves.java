package org.palimpsest.app.worker.log;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.palimpsest.engine.event.RunFolder;

/** Every curve of a run, whole: the terms of the loss and what probes saw. Goes on reading where it stopped. For one thread at a time. */
public final class RunCurves {
    private final RunFolder folder;
    private LogReader log;
    private boolean terms;

    public RunCurves(RunFolder folder) {
        this(folder, new LogReader(folder, LogReader.Depth.TIMES));
    }

    /** Curves of a log that was read without terms. */
    RunCurves(RunFolder folder, LogReader log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * Reads what is new.
     *
     * @param withTerms whether terms of the loss are wanted, which take longer; once they were, they are kept up
     * @throws IOException if the log cannot be read
     */
    public void read(boolean withTerms) throws IOException {
        if (withTerms && !terms) {
            terms = true;
            log = new LogReader(folder, LogReader.Depth.TERMS);
        }
        log.read();
    }

    /** What there is, terms included whether they were read or not, in the order in which it was first seen. */
    public Set<SeriesKey> keys() {
        return Collections.unmodifiableSet(log.columns().keySet());
    }

    /** The points of a curve; none if there is no such curve, or if it is a term and those were not wanted. */
    public Column curve(SeriesKey key) {
        return log.columns().getOrDefault(key, new Column());
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

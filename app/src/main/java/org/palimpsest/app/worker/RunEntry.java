package org.palimpsest.app.worker;

import java.nio.file.Path;
import java.time.Instant;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;

/**
 * A run in the list of runs.
 *
 * @param id name of its folder, unique in the workspace
 * @param digest what its log comes to
 * @param changed when its log was last written
 * @param bytes length of its log
 */
public record RunEntry(RunFolder folder, String id, RunDigest digest, Instant changed, long bytes) {

    /** A run of which only the summary is known. */
    public RunEntry(RunFolder folder, String id, RunSummary summary, Instant changed, long bytes) {
        this(folder, id, RunDigest.of(summary), changed, bytes);
    }

    /** How it stands. */
    public RunSummary summary() {
        return digest.summary();
    }

    /** Name for people; the folder's before the run has said its own. */
    public String name() {
        return summary().name().isEmpty() ? id : summary().name();
    }

    /** Whether a worker is at it. */
    public boolean working() {
        return summary().state() == RunSummary.State.RUNNING || summary().state() == RunSummary.State.PAUSED;
    }

    /** Whether it can be taken up again. */
    public boolean resumable() {
        return switch (summary().state()) {
            case STOPPED, FAILED, INTERRUPTED -> true;
            case RUNNING, PAUSED, FINISHED -> false;
        };
    }

    public Path path() {
        return folder.path();
    }
}

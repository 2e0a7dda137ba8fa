package org.palimpsest.app.shell.status;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A worker in a line.
 *
 * @param folder of its run
 * @param name of its run, for people
 * @param step steps finished, of {@code total}
 * @param share of the present phase that is done, 0 to 1; below 0 while that cannot be told
 * @param left until the last step is finished; empty while that cannot be told
 */
public record WorkerState(
        Path folder, String name, long step, long total, double share, Phase phase, Optional<Duration> left) {

    /** What a worker is at. */
    public enum Phase {
        STARTING,
        STEPPING,
        PAUSED,
        MEASURING,
        ATTACKING
    }
}

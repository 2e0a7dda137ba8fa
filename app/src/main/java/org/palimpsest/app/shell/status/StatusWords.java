package org.palimpsest.app.shell.status;

import java.time.Duration;
import org.palimpsest.app.shell.status.WorkerState.Phase;
import org.palimpsest.app.text.Messages;

/** Workers, times and sizes in words. */
final class StatusWords {
    private static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;
    private final Messages words = Messages.of("shell");

    /** "step 12 of 48", "measuring 40 %". */
    String doing(WorkerState worker) {
        String percent = worker.share() < 0 ? "" : words.get("status.percent", (int) Math.round(100 * worker.share()));
        return switch (worker.phase()) {
            case STARTING -> words.get("status.starting");
            case STEPPING -> words.get("status.step", worker.step(), worker.total());
            case PAUSED -> words.get("status.paused", worker.step(), worker.total());
            case MEASURING -> words.get("status.measuring", percent).strip();
            case ATTACKING -> words.get("status.attacking", percent).strip();
        };
    }

    /** "20 s left"; empty if it cannot be told. */
    String left(WorkerState worker) {
        return worker.left().map(this::left).orElse("");
    }

    private String left(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 90) {
            return words.get("status.left.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90
                ? words.get("status.left.minutes", minutes)
                : words.get("status.left.hours", minutes / 60.0);
    }

    /** All of a worker in one sentence, for those who hear it. */
    String sentence(WorkerState worker) {
        String left = left(worker);
        return worker.name() + ", " + doing(worker) + (left.isEmpty() ? "" : ", " + left);
    }

    /** "1.4 GiB". */
    String size(long bytes) {
        return bytes >= GIB ? words.get("status.gib", bytes / GIB) : words.get("status.mib", bytes / MIB);
    }

    String share(double share) {
        return words.get("status.percent", (int) Math.round(100 * share));
    }

    boolean isStill(WorkerState worker) {
        return worker.phase() == Phase.PAUSED;
    }
}

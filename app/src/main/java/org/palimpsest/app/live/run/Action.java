package org.palimpsest.app.live.run;

import java.util.Locale;

/** What can be done with a watched run. */
public enum Action {
    PAUSE,
    CONTINUE,
    STEP,
    STOP,
    RESUME,
    CHECKPOINT,
    ATTACK,
    FORK,
    RATE,
    ASK;

    /** Whether it makes sense now. */
    public boolean possible(LiveRun run) {
        Standing standing = run.standing();
        return switch (this) {
            case PAUSE -> standing == Standing.STEPPING;
            case CONTINUE -> standing == Standing.PAUSED;
            case STEP -> standing == Standing.PAUSED && run.step() < run.totalSteps();
            case STOP -> standing.commandable() || standing == Standing.MEASURING;
            case RESUME -> standing.resumable() && run.started();
            case CHECKPOINT, RATE -> standing.commandable();
            case FORK, ATTACK, ASK -> standing.commandable() || run.started() && !standing.working();
        };
    }

    /** The key of its words in bundle {@code live}. */
    public String key() {
        return "action." + name().toLowerCase(Locale.ROOT);
    }
}

package org.palimpsest.app.live.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.engine.event.RunEvent;

/**
 * Something that happened to a run and is marked on its charts.
 *
 * @param step steps finished by then
 * @param at when
 * @param detail what a person should know of it: a reason, a message, an attack's id; may be empty
 */
public record RunMark(Kind kind, long step, Instant at, String detail) {

    /** What happened. */
    public enum Kind {
        PAUSED,
        CONTINUED,
        RESUMED,
        LEARNING_RATE,
        CHECKPOINT,
        ATTACK,
        FORK,
        ORIGIN,
        WARNED,
        STOPPED,
        FAILED,
        FINISHED;

        /** The key of its words in bundle {@code live}. */
        public String key() {
            return "mark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it is drawn across charts too; what merely ends a run or happens often would only hide curves. */
        public boolean drawn() {
            return this != CHECKPOINT && this != FINISHED && this != STOPPED;
        }
    }

    /** The mark of an event; empty if it leaves none. */
    static Optional<RunMark> of(RunEvent event) {
        if (event instanceof RunEvent.Resumed) {
            return mark(Kind.RESUMED, event, "");
        }
        if (event instanceof RunEvent.Paused paused) {
            return mark(Kind.PAUSED, event, paused.reason());
        }
        if (event instanceof RunEvent.Continued) {
            return mark(Kind.CONTINUED, event, "");
        }
        if (event instanceof RunEvent.LearningRateChanged change) {
            return mark(Kind.LEARNING_RATE, event, NumberText.of(change.from()) + " → " + NumberText.of(change.to()));
        }
        if (event instanceof RunEvent.CheckpointWritten) {
            return mark(Kind.CHECKPOINT, event, "");
        }
        if (event instanceof RunEvent.AttackStarted attack) {
            return mark(Kind.ATTACK, event, attack.attack());
        }
        if (event instanceof RunEvent.Warned warned) {
            return mark(Kind.WARNED, event, warned.message());
        }
        return ending(event);
    }

    private static Optional<RunMark> ending(RunEvent event) {
        if (event instanceof RunEvent.Stopped) {
            return mark(Kind.STOPPED, event, "");
        }
        if (event instanceof RunEvent.Failed failed) {
            return mark(Kind.FAILED, event, failed.message());
        }
        return event instanceof RunEvent.Finished ? mark(Kind.FINISHED, event, "") : Optional.empty();
    }

    private static Optional<RunMark> mark(Kind kind, RunEvent event, String detail) {
        return Optional.of(new RunMark(kind, event.step(), event.at(), detail));
    }
}

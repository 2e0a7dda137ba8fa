package org.palimpsest.engine.run;

import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.recipe.Checkpoints;

/** Writes a run's checkpoints when they are due, tells of them, and removes those beyond what the recipe keeps. */
final class CheckpointSchedule {
    private final Workplace place;
    private final UnlearningSession session;
    private final Checkpoints wanted;
    private final long every;

    CheckpointSchedule(Workplace place, UnlearningSession session) {
        this.place = place;
        this.session = session;
        Experiment experiment = place.experiment();
        wanted = experiment.recipe().checkpoints();
        every = wanted.every() == null
                ? experiment.recipe().training().stepsPerEpoch(Sessions.anchor(experiment))
                : wanted.every();
    }

    /** Writes one if one is due at this step; always behind the last step, so that a finished run can be asked and forked. */
    void look() {
        boolean due = every > 0 && session.step() % every == 0;
        if (due || session.done()) {
            write();
        }
    }

    /** Writes one unless the newest is of this very step. */
    void ensure() {
        if (Checkpoint.latest(place.folder()).map(Checkpoint::step).orElse(-1L) != session.step()) {
            write();
        }
    }

    void write() {
        Checkpoint written = Checkpoint.write(place.folder(), session.state());
        Checkpoint.prune(place.folder(), wanted.keep());
        place.journal().sync();
        tell(written);
    }

    void tell(Checkpoint written) {
        String path = place.folder().path().relativize(written.folder()).toString();
        place.journal().say((n, at) -> new RunEvent.CheckpointWritten(n, at, written.step(), path));
    }
}

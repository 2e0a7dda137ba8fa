package org.palimpsest.app.shell.status;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.palimpsest.app.shell.status.WorkerState.Phase;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/** Follows one run for its line; keeps a few numbers of its log. */
final class WorkerWatch implements AutoCloseable {
    private final RunFolder folder;
    private final Runnable changed;
    private final RunFeed feed;
    private final StepClock clock = new StepClock();
    private String name;
    private long step;
    private long total;
    private Phase phase = Phase.STARTING;
    private double progress = -1;

    WorkerWatch(RunFolder folder, Executor thread, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
        this.name = folder.path().getFileName().toString();
        this.feed = RunFeed.follow(folder, thread, this::take);
    }

    private void take(RunFeed.Update update) {
        if (update.reset()) {
            clock.forget();
            step = 0;
        }
        update.events().forEach(this::take);
        changed.run();
    }

    private void take(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            name = started.name().isEmpty() ? name : started.name();
            total = started.totalSteps();
        } else if (event instanceof RunEvent.StepDone) {
            step = event.step();
            clock.step(step, event.at());
            phase = Phase.STEPPING;
        } else if (event instanceof RunEvent.Paused) {
            clock.forget();
            phase = Phase.PAUSED;
        } else if (event instanceof RunEvent.Continued || event instanceof RunEvent.Resumed) {
            clock.forget();
            phase = Phase.STEPPING;
        } else if (event instanceof RunEvent.Progress work) {
            progress = work.total() > 0 ? (double) work.done() / work.total() : -1;
            phase = phase == Phase.ATTACKING ? phase : Phase.MEASURING;
        } else if (event instanceof RunEvent.AttackStarted) {
            progress = -1;
            phase = Phase.ATTACKING;
        } else if (event instanceof RunEvent.AttackFinished) {
            phase = Phase.MEASURING;
        }
    }

    WorkerState state() {
        boolean steps = phase == Phase.STEPPING || phase == Phase.PAUSED;
        double share = steps && total > 0 ? Math.min(1, (double) step / total) : progress;
        return new WorkerState(
                folder.path(),
                name,
                step,
                total,
                share,
                phase,
                phase == Phase.STEPPING ? clock.left(total) : Optional.empty());
    }

    @Override
    public void close() {
        feed.close();
    }
}

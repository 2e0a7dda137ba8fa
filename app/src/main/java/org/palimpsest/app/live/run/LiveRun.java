package org.palimpsest.app.live.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

/** A watched run: its events turned into what is shown. Events are taken one by one; {@link #revision} changes after each handful. One thread only. */
public final class LiveRun {
    private final RunFolder folder;
    private final Curves curves = new Curves();
    private final Observations observations = new Observations();
    private final List<RunMark> marks = new ArrayList<>();
    private final List<RunEvent.Answered> answers = new ArrayList<>();
    private final AttackTrails attacks = new AttackTrails();
    private final Pace pace = new Pace();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private String name = "";
    private String method = "";
    private long firstStep;
    private long step;
    private long totalSteps;
    private Standing standing = Standing.STARTING;
    private Standing before = Standing.FAILED;
    private RunEvent.Progress progress;
    private RunEvent.Failed failure;
    private RunCommand asked;
    private double peak = Double.NaN;
    private Instant lastAt = Instant.EPOCH;

    /** A run of which nothing is known yet. */
    public LiveRun(RunFolder folder) {
        this.folder = folder;
    }

    public RunFolder folder() {
        return folder;
    }

    /** The name of its folder, unique in the workspace. */
    public String id() {
        return folder.path().getFileName().toString();
    }

    /** What people call it; the folder's name before it has said its own. */
    public String name() {
        return name.isEmpty() ? id() : name;
    }

    /** Id of its method; empty before it has started. */
    public String method() {
        return method;
    }

    /** Whether it has written its first line. */
    public boolean started() {
        return !method.isEmpty();
    }

    /** The step it began at: 0, or where it was forked. */
    public long firstStep() {
        return firstStep;
    }

    /** Steps finished. */
    public long step() {
        return step;
    }

    /** Steps the recipe asks for; 0 before it has started. */
    public long totalSteps() {
        return totalSteps;
    }

    public Standing standing() {
        return standing;
    }

    public Curves curves() {
        return curves;
    }

    public Observations observations() {
        return observations;
    }

    /** What happened, the oldest first. */
    public List<RunMark> marks() {
        return marks;
    }

    /** What was answered between steps, the oldest first. */
    public List<RunEvent.Answered> answers() {
        return answers;
    }

    /** The attacks on this run, the oldest first. */
    public List<AttackTrail> attacks() {
        return attacks.all();
    }

    /** The longer piece of work it is at; empty while it takes steps. */
    public Optional<RunEvent.Progress> progress() {
        return standing == Standing.MEASURING ? Optional.ofNullable(progress) : Optional.empty();
    }

    /** Why it broke off. */
    public Optional<RunEvent.Failed> failure() {
        return standing == Standing.FAILED ? Optional.ofNullable(failure) : Optional.empty();
    }

    /** Peak of the learning rate since it was changed; NaN if it was not. */
    public double peak() {
        return peak;
    }

    /** Time until the last step; empty while it cannot be told. */
    public Optional<Duration> timeLeft() {
        return standing == Standing.STEPPING ? pace.forSteps(Math.max(0, totalSteps - step)) : Optional.empty();
    }

    /** When the newest event was written. */
    public Instant lastAt() {
        return lastAt;
    }

    /** Changes whenever something else has. */
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** Says that a handful of events has been taken. */
    public void changed() {
        revision.set(revision.get() + 1);
    }

    /** Nobody is at work on the run although its log has no ending. */
    public void abandoned() {
        if (standing.working() && standing != Standing.STARTING) {
            standing = Standing.INTERRUPTED;
            changed();
        }
    }

    /** Somebody is at work on the run that was thought abandoned. */
    public void taken() {
        if (standing == Standing.INTERRUPTED) {
            standing = reached();
            changed();
        }
    }

    /** A worker has been started on it, which says so itself in a moment. */
    public void starting() {
        before = standing;
        standing = Standing.STARTING;
        changed();
    }

    /** The worker that was started has ended without a word. */
    public void notStarted() {
        if (standing == Standing.STARTING) {
            standing = before;
            changed();
        }
    }

    /** Adds a mark of something that its log does not tell, such as a fork. */
    public void mark(RunMark mark) {
        if (!marks.contains(mark)) {
            marks.add(mark);
            changed();
        }
    }

    /** Something was asked of its worker, which takes it after the step it is at. */
    public void asked(RunCommand command) {
        asked = command;
        changed();
    }

    /** What was asked of its worker and has not been taken yet. */
    public Optional<RunCommand> asked() {
        return Optional.ofNullable(asked);
    }

    /** Takes the next event. */
    public void apply(RunEvent event) {
        lastAt = event.at();
        if (!(event instanceof RunEvent.Resumed)) {
            step = Math.max(step, event.step());
        }
        if (event instanceof RunEvent.StepDone done) {
            apply(done);
        } else if (event instanceof RunEvent.Observed observed) {
            observed.observations().forEach(seen -> apply(observed.step(), seen));
        } else if (event instanceof RunEvent.Progress now) {
            progress = now;
        } else if (event instanceof RunEvent.Answered answered) {
            asked = null;
            answers.add(answered);
        } else if (event instanceof RunEvent.AttackPoint point) {
            attacks.add(point);
        } else if (event instanceof RunEvent.AttackFinished finished) {
            attacks.finish(finished);
        } else {
            happened(event);
        }
    }

    private void apply(RunEvent.StepDone done) {
        pace.step(done.step(), done.at());
        curves.add(done);
        if (standing == Standing.STARTING || standing == Standing.STEPPING) {
            standing = reached();
        }
    }

    private void apply(long at, Observation seen) {
        if (seen instanceof Observation.Value value) {
            curves.add(at, value);
        } else if (seen instanceof Observation.Layers layers) {
            observations.add(at, layers);
        } else if (seen instanceof Observation.Tokens distribution) {
            observations.add(at, distribution);
            curves.add(at, distribution);
        }
    }

    private void happened(RunEvent event) {
        asked = null;
        if (event instanceof RunEvent.Started started) {
            name = started.name();
            method = started.method();
            totalSteps = started.totalSteps();
            firstStep = started.step();
            standing = Standing.STEPPING;
        } else if (event instanceof RunEvent.Resumed) {
            cutAfter(event.step());
            standing = reached();
        } else if (event instanceof RunEvent.Continued) {
            pace.forget();
            standing = reached();
        } else if (event instanceof RunEvent.Failed failed) {
            failure = failed;
            standing = Standing.FAILED;
        } else if (event instanceof RunEvent.LearningRateChanged change) {
            peak = change.to();
        } else if (event instanceof RunEvent.Paused) {
            standing = Standing.PAUSED;
        } else if (event instanceof RunEvent.Stopped) {
            standing = Standing.STOPPED;
        } else if (event instanceof RunEvent.Finished) {
            standing = Standing.FINISHED;
        }
        boolean again = event instanceof RunEvent.AttackStarted started && !attacks.begin(started);
        if (!again) {
            RunMark.of(event).ifPresent(marks::add);
        }
    }

    /** At work again: stepping, unless every step is taken. */
    private Standing reached() {
        return totalSteps > 0 && step >= totalSteps ? Standing.MEASURING : Standing.STEPPING;
    }

    /** The run went back to {@code to}: what it did later no longer counts. */
    private void cutAfter(long to) {
        step = to;
        curves.cutAfter(to);
        observations.cutAfter(to);
        marks.removeIf(mark -> mark.step() > to);
        answers.removeIf(answer -> answer.step() > to);
        attacks.cutAfter(to);
        pace.forget();
        progress = null;
        failure = null;
    }

    /** Forgets everything, because the log begins anew. */
    public void clear() {
        cutAfter(-1);
        step = 0;
        curves.clear();
        observations.clear();
        standing = Standing.STARTING;
        name = "";
        method = "";
        totalSteps = 0;
    }
}

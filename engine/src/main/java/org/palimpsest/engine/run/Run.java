package org.palimpsest.engine.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.method.NonFiniteLossException;
import org.palimpsest.engine.method.StepReport;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.recipe.CompleteRecipe;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;
import org.palimpsest.engine.tensor.Torch;

/** One run from its recipe to its scores, or from its last checkpoint on. Everything it does is written to its folder as it happens. */
public final class Run implements AutoCloseable {
    private final Workplace place;
    private final RunJournal journal;
    private final RunControl control;
    private final UnlearningSession session;
    private final ProbeSchedule probes;
    private final Guards guards;
    private final CheckpointSchedule checkpoints;
    private double seconds;
    private boolean paused;
    private boolean stopped;

    /** How a run ended. */
    public enum Ending {
        FINISHED,
        /** On request; it can be resumed. */
        STOPPED
    }

    private Run(Workplace place, RunControl control) {
        this.place = place;
        this.control = control;
        this.journal = place.journal();
        this.session = place.session();
        this.probes = new ProbeSchedule(place.experiment(), journal);
        this.guards = new Guards(place.experiment().target().config().vocabularySize());
        this.checkpoints = new CheckpointSchedule(place, session);
    }

    /**
     * Begins a run in a new folder.
     *
     * @param recipe with absolute paths
     * @throws IOException if a model cannot be read
     */
    public static Run start(Recipe recipe, RunFolder folder, RunControl control, Consumer<RunEvent> listener)
            throws IOException {
        AtomicFile.writeString(folder.recipe(), RecipeWriter.write(CompleteRecipe.of(recipe)));
        Run run = open(folder, control, listener);
        run.journal.say((n, at) ->
                new RunEvent.Started(n, at, 0, recipe.name(), recipe.method().id(), run.session.totalSteps()));
        run.place.experiment().remarks().forEach(run::warn);
        return run;
    }

    /**
     * Goes on with a run that was stopped, killed or broke off, from its last checkpoint, or from the beginning if there is none.
     *
     * @throws RunException if the run is finished already
     */
    public static Run resume(RunFolder folder, RunControl control, Consumer<RunEvent> listener) throws IOException {
        List<RunEvent> history = RunReader.read(folder).events();
        if (history.stream().anyMatch(RunEvent.Finished.class::isInstance)) {
            throw new RunException(folder.path() + " is finished; fork it at a step to go on from there");
        }
        Run run = open(folder, control, listener);
        Optional<Checkpoint> checkpoint = Checkpoint.latest(folder);
        checkpoint.ifPresent(run::restore);
        run.pickUp(history);
        if (history.isEmpty()) {
            Recipe recipe = run.place.experiment().recipe();
            run.journal.say((n, at) -> new RunEvent.Started(
                    n, at, run.session.step(), recipe.name(), recipe.method().id(), run.session.totalSteps()));
            run.place.experiment().remarks().forEach(run::warn);
        } else {
            run.journal.say((n, at) -> new RunEvent.Resumed(n, at, run.session.step()));
        }
        return run;
    }

    private static Run open(RunFolder folder, RunControl control, Consumer<RunEvent> listener) throws IOException {
        Workplace place = Workplace.open(folder, listener);
        try {
            EnvironmentRecord.write(folder, place.experiment().recipe());
            return new Run(place, control);
        } catch (IOException | RuntimeException | Error e) {
            place.close();
            throw e;
        }
    }

    /** Takes a checkpoint's state over. */
    private void restore(Checkpoint checkpoint) {
        try (NDManager scope = Torch.newScope(session.model().device())) {
            session.restore(checkpoint.read(scope));
        }
    }

    /** Continues the clock and does not observe again what was observed at this very step. */
    private void pickUp(List<RunEvent> history) {
        for (RunEvent event : history) {
            if (event instanceof RunEvent.StepDone done && done.step() <= session.step()) {
                seconds = done.seconds();
            }
            if (event instanceof RunEvent.Observed observed && observed.step() == session.step()) {
                probes.skip(observed.probe(), observed.step());
            }
        }
    }

    /**
     * Runs to the end, or until it is asked to stop. A failure is written to the log before it is thrown.
     *
     * @throws InterruptedException if the thread is interrupted while paused
     */
    public Ending proceed() throws InterruptedException {
        try {
            probes.observe(session);
            while (!session.done() || paused) {
                takeCommands();
                if (stopped) {
                    return stop();
                }
                if (!session.done()) {
                    step();
                }
            }
            finish();
            return Ending.FINISHED;
        } catch (StopAskedException e) {
            return stop();
        } catch (RuntimeException | Error e) {
            tellFailure(e);
            throw e;
        }
    }

    private void step() {
        long begin = System.nanoTime();
        StepReport report;
        try {
            report = session.advance();
        } catch (NonFiniteLossException e) {
            pause(e.getMessage());
            return;
        }
        seconds += (System.nanoTime() - begin) / 1e9;
        journal.say((n, at) -> new RunEvent.StepDone(
                n,
                at,
                report.step(),
                report.terms(),
                report.learningRate(),
                report.gradientNorm(),
                report.tokens(),
                seconds));
        guards.look(report).ifPresent(this::warn);
        probes.observe(session);
        checkpoints.look();
    }

    private void takeCommands() throws InterruptedException {
        RunCommand command = paused ? control.await() : control.poll();
        while (command != null) {
            obey(command);
            if (stopped || (!paused && command instanceof RunCommand.StepOnce)) {
                return;
            }
            command = paused ? control.await() : control.poll();
        }
    }

    private void obey(RunCommand command) {
        if (command instanceof RunCommand.Pause && !paused) {
            pause("asked to");
        } else if (command instanceof RunCommand.Continue && paused) {
            paused = false;
            journal.say((n, at) -> new RunEvent.Continued(n, at, session.step()));
        } else if (command instanceof RunCommand.StepOnce) {
            stepOnce();
        } else if (command instanceof RunCommand.Stop) {
            stopped = true;
        } else {
            perform(command);
        }
    }

    private void stepOnce() {
        if (session.done()) {
            warn("there is no further step: the run is at its last");
            return;
        }
        step();
        if (!paused) {
            pause("took one step");
        }
    }

    /** Commands that leave the run's course as it is. Their failure is told and harms nothing. */
    private void perform(RunCommand command) {
        try {
            if (command instanceof RunCommand.WriteCheckpoint) {
                checkpoints.write();
            } else if (command instanceof RunCommand.AttackNow attack) {
                place.attacking(control).attack(attack.id(), attack.settings(), session.model(), session.step());
            } else if (command instanceof RunCommand.Ask ask) {
                new Asking(place.experiment(), journal).ask(ask, session.model(), session.step());
            } else if (command instanceof RunCommand.ChangeLearningRate change) {
                changeLearningRate(change.value());
            } else if (command instanceof RunCommand.Fork fork) {
                Fork.of(place.folder(), place.experiment().recipe(), fork, session.state());
            }
        } catch (StopAskedException e) {
            stopped = true;
        } catch (RuntimeException e) {
            warn(String.valueOf(e.getMessage()));
        }
    }

    private void changeLearningRate(double value) {
        double before = session.peakLearningRate();
        session.setPeakLearningRate(value);
        journal.say((n, at) -> new RunEvent.LearningRateChanged(n, at, session.step(), before, value));
        // A run killed before its next checkpoint would otherwise go on with the old rate.
        checkpoints.write();
    }

    private void pause(String reason) {
        paused = true;
        journal.say((n, at) -> new RunEvent.Paused(n, at, session.step(), reason));
    }

    private void warn(String message) {
        place.warn(session.step(), message);
    }

    private Ending stop() {
        checkpoints.write();
        journal.say((n, at) -> new RunEvent.Stopped(n, at, session.step()));
        journal.sync();
        return Ending.STOPPED;
    }

    private void finish() {
        checkpoints.ensure();
        new Assessment(place.experiment(), journal, place.folder(), control).assess(session.model(), session.step());
        place.attacking(control).attackAll(session.model(), session.step());
        journal.say((n, at) -> new RunEvent.Finished(n, at, session.step(), seconds));
        journal.sync();
    }

    private void tellFailure(Throwable e) {
        try {
            String hint = "The steps up to the last checkpoint are safe; resume the run once the cause is removed.";
            journal.say((n, at) -> new RunEvent.Failed(
                    n, at, session.step(), e.getClass().getSimpleName() + ": " + e.getMessage(), hint));
        } catch (RuntimeException unwritable) {
            e.addSuppressed(unwritable);
        }
    }

    /** The session's model and position, for whoever drives the run in the same program. */
    public UnlearningSession session() {
        return session;
    }

    @Override
    public void close() {
        probes.close();
        session.close();
        place.close();
    }
}

package org.palimpsest.engine.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
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
        this.guards = new Guards(
                place.experiment().target().config().vocabularySize(),
                place.experiment().methodCard().terms().stream()
                        .map(term -> term.name())
                        .toList());
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
        Run run = open(Workplace.open(folder, listener), control);
        try {
            Inputs.of(folder, run.place.experiment().recipe()).write(folder);
            run.journal.say((n, at) -> new RunEvent.Started(
                    n, at, 0, recipe.name(), recipe.method().id(), run.session.totalSteps()));
            run.remark(List.of());
            return run;
        } catch (IOException | RuntimeException | Error e) {
            run.close();
            throw e;
        }
    }

    /** Goes on with a run from its newest checkpoint; as {@link #resume(RunFolder, Resumption, RunControl, Consumer)}. */
    public static Run resume(RunFolder folder, RunControl control, Consumer<RunEvent> listener) throws IOException {
        return resume(folder, Resumption.USUAL, control, listener);
    }

    /**
     * Goes on with a run that was stopped, killed or broke off, from a checkpoint, or from the beginning if there is none. Checkpoints
     * of later steps are removed, since these steps are taken again.
     *
     * @throws RunException if the run is finished already, or there is no such checkpoint
     * @throws ResumeRefusedException if the checkpoint is damaged, or data, models or recipe are not what the run began with
     */
    public static Run resume(RunFolder folder, Resumption asked, RunControl control, Consumer<RunEvent> listener)
            throws IOException {
        RunLock lock = RunLock.acquire(folder);
        try {
            List<RunEvent> history = RunReader.read(folder).events();
            if (history.stream().anyMatch(RunEvent.Finished.class::isInstance)) {
                throw new RunException(folder.path() + " is finished; fork it at a step to go on from there");
            }
            CheckpointFolder.tidy(folder);
            ResumeCheck check = new ResumeCheck(folder, asked);
            ResumeCheck.Way way = check.way(!history.isEmpty());
            Run run = open(Workplace.open(folder, lock, listener), control);
            try {
                run.goOn(check, way, history);
                return run;
            } catch (IOException | RuntimeException | Error e) {
                run.close();
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static Run open(Workplace place, RunControl control) throws IOException {
        try {
            EnvironmentRecord.write(place.folder(), place.experiment().recipe());
            return new Run(place, control);
        } catch (IOException | RuntimeException | Error e) {
            place.close();
            throw e;
        }
    }

    private void goOn(ResumeCheck check, ResumeCheck.Way way, List<RunEvent> history) throws IOException {
        way.checkpoint().ifPresent(checkpoint -> restore(check, checkpoint));
        if (way.inputs().isPresent()) {
            way.inputs().get().write(place.folder());
        }
        // Before the log says so: else a run killed in between would go on from there with a hole behind it.
        Checkpoint.removeAfter(place.folder(), session.step());
        pickUp(history);
        if (history.isEmpty()) {
            Recipe recipe = place.experiment().recipe();
            journal.say((n, at) -> new RunEvent.Started(
                    n, at, session.step(), recipe.name(), recipe.method().id(), session.totalSteps()));
        } else {
            journal.say((n, at) -> new RunEvent.Resumed(n, at, session.step()));
            way.checkpoint().ifPresent(checkpoint -> tellOf(checkpoint, history));
        }
        way.remarks().forEach(this::warn);
        remark(history);
    }

    /** Says what is to be known of data and machine before the first step, unless the log says so already. */
    private void remark(List<RunEvent> history) {
        List<String> remarks = new ArrayList<>(place.experiment().remarks());
        remarks.addAll(RunReader.read(place.folder()).damage());
        Threads.remark(place.experiment().recipe().execution().threads()).ifPresent(remarks::add);
        for (String remark : remarks) {
            if (history.stream()
                    .noneMatch(event -> event instanceof RunEvent.Warned warned
                            && warned.message().equals(remark))) {
                warn(remark);
            }
        }
    }

    /** Takes a checkpoint's state over. */
    private void restore(ResumeCheck check, Checkpoint checkpoint) {
        try (NDManager scope = Torch.newScope(session.model().device())) {
            session.restore(checkpoint.read(scope));
        } catch (CheckpointException e) {
            throw check.refused(checkpoint, e.problem(), e);
        } catch (IllegalArgumentException e) {
            throw check.refused(checkpoint, "it does not fit the run: " + e.getMessage(), e);
        }
    }

    /** A run killed between writing a checkpoint and saying so says so now. */
    private void tellOf(Checkpoint checkpoint, List<RunEvent> history) {
        long begun = history.get(0).step();
        boolean told = history.stream()
                .anyMatch(event ->
                        event instanceof RunEvent.CheckpointWritten written && written.step() == checkpoint.step());
        if (!told && checkpoint.step() > begun) {
            checkpoints.tell(checkpoint);
        }
    }

    /** Continues the clock, and does not observe or say again what stands in the log. */
    private void pickUp(List<RunEvent> history) {
        for (RunEvent event : history) {
            if (event.step() > session.step()) {
                continue;
            }
            if (event instanceof RunEvent.StepDone done) {
                seconds = done.seconds();
                guards.look(done.step(), done.terms());
            } else if (event instanceof RunEvent.Observed observed) {
                probes.skip(observed.probe(), observed.step());
            } else if (event instanceof RunEvent.Warned warned) {
                probes.said(warned.message());
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
        guards.look(report.step(), report.terms()).forEach(this::warn);
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
            journal.say((n, at) -> new RunEvent.Failed(n, at, session.step(), FailureSentence.of(e), hint));
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

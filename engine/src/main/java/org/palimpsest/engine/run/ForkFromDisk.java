package org.palimpsest.engine.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.palimpsest.engine.evaluate.Progress;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.tensor.Torch;

/**
 * Forks a run from its folder, at any step it has taken. Where no checkpoint is left of that step, the steps from the
 * checkpoint before are taken again, which gives the same bits.
 */
public final class ForkFromDisk {
    private ForkFromDisk() {}

    /** As {@link #at(RunFolder, long, RunCommand.Fork, Progress)}, unheard. */
    public static RunFolder at(RunFolder parent, long step, RunCommand.Fork fork) throws IOException {
        return at(parent, step, fork, Progress.NONE);
    }

    /**
     * Makes the new run's folder.
     *
     * @param progress hears of steps that are taken again; it may throw to give the fork up
     * @throws RunException if the run never reached the step, the forked recipe could not be run, or steps would have to be taken
     *     again with other inputs than the run's
     * @throws CheckpointException if the checkpoint is damaged
     * @throws IOException if a model cannot be read
     */
    public static RunFolder at(RunFolder parent, long step, RunCommand.Fork fork, Progress progress)
            throws IOException {
        List<RunEvent> history = RunReader.read(parent).events();
        long reached = history.stream().mapToLong(RunEvent::step).max().orElse(0);
        if (step < 0 || step > reached) {
            throw new RunException(
                    "%s has steps 0 to %d; it cannot be forked at %d".formatted(parent.path(), reached, step));
        }
        Recipe recipe = KeptRecipe.read(parent);
        Fork.recipe(recipe, fork, step);
        Optional<Checkpoint> written =
                Checkpoint.atOrBefore(parent, step).filter(checkpoint -> checkpoint.step() == step);
        if (written.isPresent()) {
            try (NDManager scope = Torch.newScope(Torch.device("cpu"))) {
                return Fork.of(parent, recipe, fork, written.get().read(scope));
            }
        }
        requireSameInputs(parent, recipe);
        Threads.apply(recipe.execution());
        try (Experiment experiment = Experiment.open(recipe);
                UnlearningSession session = Sessions.open(experiment);
                NDManager scope = Torch.newScope(experiment.target().device())) {
            Checkpoint.atOrBefore(parent, step).ifPresent(checkpoint -> session.restore(checkpoint.read(scope)));
            long first = session.step();
            while (session.step() < step) {
                progress.report((int) (session.step() - first), (int) (step - first));
                applyRateChanges(history, session);
                session.advance();
            }
            return Fork.of(parent, recipe, fork, session.state());
        }
    }

    /** Steps that are taken again with other data or models would be other steps. */
    private static void requireSameInputs(RunFolder parent, Recipe recipe) throws IOException {
        Optional<Inputs> noted = Inputs.read(parent);
        if (noted.isEmpty()) {
            return;
        }
        List<String> differences = noted.get().differences(Inputs.of(parent, recipe));
        if (!differences.isEmpty()) {
            throw new RunException(
                    "steps of %s cannot be taken again, for its inputs have changed since it began: %s. Put them back, or fork it at a step that has a checkpoint (%s)"
                            .formatted(
                                    parent.path(),
                                    String.join("; ", differences),
                                    Checkpoint.of(parent).stream()
                                            .map(checkpoint -> Long.toString(checkpoint.step()))
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static void applyRateChanges(List<RunEvent> history, UnlearningSession session) {
        for (RunEvent event : history) {
            if (event instanceof RunEvent.LearningRateChanged change && change.step() == session.step()) {
                session.setPeakLearningRate(change.to());
            }
        }
    }
}

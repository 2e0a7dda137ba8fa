package org.palimpsest.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.recipe.RecipeReader;

/** Finds the checkpoint that is meant, or says why there is none. */
public final class CheckpointChoice {
    private CheckpointChoice() {}

    /**
     * The checkpoint of a step; null means the newest.
     *
     * @return empty where the state is the one the run began with, of which no checkpoint is written
     * @throws RunException if there is no checkpoint of that step; the message says why and which there are
     */
    public static Optional<Checkpoint> of(RunFolder run, Long step) {
        List<Checkpoint> all = Checkpoint.of(run);
        if (step == null) {
            return Checkpoint.latest(run);
        }
        Optional<Checkpoint> found =
                all.stream().filter(checkpoint -> checkpoint.step() == step).findFirst();
        if (found.isPresent() || step == 0) {
            return found;
        }
        throw new RunException(why(run, step, all));
    }

    private static String why(RunFolder run, long step, List<Checkpoint> all) {
        List<RunEvent> history = RunReader.read(run).events();
        long reached = history.stream().mapToLong(RunEvent::step).max().orElse(0);
        if (step < 0 || step > reached) {
            return "%s has steps 0 to %d; there is no step %d".formatted(run.path(), reached, step);
        }
        boolean written =
                history.stream().anyMatch(event -> event instanceof RunEvent.CheckpointWritten && event.step() == step);
        String there = all.isEmpty()
                ? "none is left"
                : "there are those of step "
                        + all.stream()
                                .map(checkpoint -> Long.toString(checkpoint.step()))
                                .collect(Collectors.joining(", "));
        if (!written) {
            return "%s has no checkpoint of step %d; %s. Fork the run at step %d to get that state back"
                    .formatted(run.path(), step, there, step);
        }
        return "the checkpoint of step %d in %s was removed when newer ones came, since the recipe keeps %d (\"checkpoints\": {\"keep\": …}); %s. Fork the run at step %d to get that state back"
                .formatted(
                        step,
                        run.path(),
                        RecipeReader.read(run.recipe()).checkpoints().keep(),
                        there,
                        step);
    }
}

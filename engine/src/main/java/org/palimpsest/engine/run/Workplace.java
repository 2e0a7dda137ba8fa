package org.palimpsest.engine.run;

import java.io.IOException;
import java.util.function.Consumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.recipe.Recipe;

/** A run's folder taken for this program, its log opened, and everything its recipe names opened. Close it to give all back. */
record Workplace(RunFolder folder, RunLock lock, RunJournal journal, Experiment experiment) implements AutoCloseable {

    /**
     * Takes a run.
     *
     * @param listener hears of every event behind the log
     * @throws org.palimpsest.engine.event.RunLockedException if a program is at work on it
     * @throws IOException if a model cannot be read
     */
    static Workplace open(RunFolder folder, Consumer<RunEvent> listener) throws IOException {
        return open(folder, RunLock.acquire(folder), listener);
    }

    /** As {@link #open(RunFolder, Consumer)} with the lock that is held already; it is given back if this fails. */
    static Workplace open(RunFolder folder, RunLock lock, Consumer<RunEvent> listener) throws IOException {
        RunJournal journal = null;
        try {
            Recipe recipe = KeptRecipe.read(folder);
            Threads.apply(recipe.execution());
            journal = new RunJournal(folder, listener);
            return new Workplace(folder, lock, journal, Experiment.open(recipe));
        } catch (IOException | RuntimeException | Error e) {
            if (journal != null) {
                journal.close();
            }
            lock.close();
            throw e;
        }
    }

    /** Opens the session that the recipe asks for; it is closed by the caller, before this. */
    UnlearningSession session() {
        return Sessions.open(experiment);
    }

    Attacking attacking(RunControl control) {
        return new Attacking(experiment, journal, folder, control);
    }

    /** Says something that a person should look at. */
    void warn(long step, String message) {
        journal.say((n, at) -> new RunEvent.Warned(n, at, step, message));
    }

    @Override
    public void close() {
        experiment.close();
        journal.close();
        lock.close();
    }
}

package org.palimpsest.app.attack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.ToLongBiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/**
 * Attacks on the models of one run. Whoever attacks, desk or worker, writes what happens to the run's log, so the log alone is
 * followed. Used on one thread.
 */
public final class AttackModel {
    private final ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk;
    private final LongConsumer giveUp;
    private final Sender worker;
    private final Executor thread;
    private final Consumer<String> refused;
    private final AttackHistory history = new AttackHistory();
    private final ObservableList<AttackCourse> courses = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<AttackCourse> seenCourses = FXCollections.unmodifiableObservableList(courses);
    private final ReadOnlyObjectWrapper<AttackJob> job = new ReadOnlyObjectWrapper<>();
    private final Map<String, Map<String, Object>> settings = new HashMap<>();
    private Map<String, Object> asked = Map.of();
    private RunFolder followed;
    private RunFeed feed;
    private long seen = -1;

    /** Sends a command to the worker of a run. */
    @FunctionalInterface
    interface Sender {
        void send(RunFolder folder, RunCommand command) throws IOException;
    }

    /**
     * @param desk asks a question and gives its number, usually {@code workbench.desk()::ask}
     * @param giveUp gives a question up by its number
     * @param worker sends commands to runs at work
     * @param thread where replies and events are worked, usually {@code Platform::runLater}
     * @param refused told why an attack did not come about or broke off
     */
    AttackModel(
            ToLongBiFunction<LongFunction<DeskCommand>, Consumer<DeskReply>> desk,
            LongConsumer giveUp,
            Sender worker,
            Executor thread,
            Consumer<String> refused) {
        this.desk = desk;
        this.giveUp = giveUp;
        this.worker = worker;
        this.thread = thread;
        this.refused = refused;
    }

    /** All attacks of the run that is followed, the newest first. */
    public ObservableList<AttackCourse> courses() {
        return seenCourses;
    }

    /** The attack that was started here and goes on; null if there is none. */
    ReadOnlyObjectProperty<AttackJob> job() {
        return job.getReadOnlyProperty();
    }

    /** The settings of an attack, as far as it was started here: the log does not tell them. */
    public Optional<Map<String, Object>> settings(AttackCourse course) {
        return Optional.ofNullable(settings.get(course.attackRun()));
    }

    /** Follows another run; null follows none. */
    public void follow(RunFolder folder) {
        if (folder == null ? followed == null : folder.equals(followed)) {
            return;
        }
        close();
        followed = folder;
        history.clear();
        seen = -1;
        courses.clear();
        feed = folder == null
                ? null
                : RunFeed.follow(folder, thread, update -> {
                    if (folder.equals(followed)) {
                        take(update);
                    }
                });
    }

    /** Takes what is new in the log. */
    void take(RunFeed.Update update) {
        if (update.reset()) {
            history.clear();
        }
        for (RunEvent event : update.events()) {
            history.add(event);
            if (event.sequence() > seen) {
                watch(event);
            }
            seen = Math.max(seen, event.sequence());
        }
        List<AttackCourse> now = history.courses();
        if (!now.equals(courses)) {
            courses.setAll(now);
        }
    }

    /** Moves the job on by what its run tells. */
    private void watch(RunEvent event) {
        AttackJob now = job.get();
        if (now == null || !now.folder().equals(followed) || event.at().isBefore(now.since())) {
            return;
        }
        if (event instanceof RunEvent.AttackStarted e && e.attack().equals(now.attack())) {
            settings.put(e.attackRun(), asked);
        }
        if (event instanceof RunEvent.Progress e && e.task().startsWith(now.attack() + " ")) {
            job.set(now.at(AttackJob.Stage.REFERENCE, e.done(), e.total()));
        } else if (event instanceof RunEvent.AttackFinished e
                && e.attack().equals(now.attack())
                && e.subject() == Subject.REFERENCE) {
            long total = points(e.attackRun(), Subject.REFERENCE);
            job.set(now.at(AttackJob.Stage.MODEL, 0, total));
        } else if (event instanceof RunEvent.AttackPoint e
                && e.attack().equals(now.attack())
                && e.subject() == Subject.UNLEARNED) {
            job.set(now.at(AttackJob.Stage.MODEL, points(e.attackRun(), Subject.UNLEARNED), now.total()));
        } else if (!now.canBeGivenUp()) {
            watchWorker(now, event);
        }
    }

    /** A worker tells of an attack's end in the log alone; a desk also answers. */
    private void watchWorker(AttackJob now, RunEvent event) {
        if (event instanceof RunEvent.AttackFinished e
                && e.attack().equals(now.attack())
                && e.subject() == Subject.UNLEARNED) {
            job.set(null);
        } else if (event instanceof RunEvent.Warned e) {
            job.set(null);
            refused.accept(e.message());
        } else if (event instanceof RunEvent.Failed
                || event instanceof RunEvent.Stopped
                || event instanceof RunEvent.Finished) {
            job.set(null);
        }
    }

    private long points(String attackRun, Subject subject) {
        return history.courses().stream()
                .filter(course -> course.attackRun().equals(attackRun))
                .mapToLong(course -> course.track(subject).points().size())
                .sum();
    }

    /**
     * Attacks a checkpoint by the desk, or the present model of a run at work by its own worker.
     *
     * @param at its step null: the present model of a run at work
     */
    public void start(RunAt at, String attack, Map<String, Object> with) {
        if (job.get() != null) {
            return;
        }
        asked = with;
        if (at.step() == null) {
            try {
                job.set(AttackJob.waiting(at.folder(), attack, -1));
                worker.send(at.folder(), new RunCommand.AttackNow(attack, with));
            } catch (IOException e) {
                job.set(null);
                refused.accept(String.valueOf(e.getMessage()));
            }
            return;
        }
        boolean[] over = new boolean[1];
        long question = desk.applyAsLong(
                id -> new DeskCommand.Attack(id, at.folder().path().toString(), at.step(), attack, with),
                reply -> thread.execute(() -> {
                    if (reply instanceof DeskReply.Refused no) {
                        refused.accept(no.message());
                    }
                    if (reply instanceof DeskReply.Refused || reply instanceof DeskReply.Done) {
                        over[0] = true;
                        if (job.get() != null && job.get().question() == reply.id()) {
                            job.set(null);
                        }
                    }
                }));
        if (!over[0]) {
            job.set(AttackJob.waiting(at.folder(), attack, question));
        }
    }

    /** Gives the attack up, where that is possible without stopping a run; points measured by then stay in the log. */
    public void cancel() {
        if (job.get() != null && job.get().canBeGivenUp()) {
            giveUp.accept(job.get().question());
        }
    }

    /** Follows no run any longer. */
    public void close() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}

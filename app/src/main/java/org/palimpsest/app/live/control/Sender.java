package org.palimpsest.app.live.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;

/** Hands what a person wants to workers and to the desk, and remembers the command line that does the same. */
public final class Sender {
    private final Workbench workbench;
    private final LiveRuns runs;
    private final Messages words = Messages.of("live");
    private final ReadOnlyStringWrapper last = new ReadOnlyStringWrapper("");

    public Sender(Workbench workbench, LiveRuns runs) {
        this.workbench = workbench;
        this.runs = runs;
    }

    /** The command line of what was done last; empty if nothing was. */
    public ReadOnlyStringProperty last() {
        return last.getReadOnlyProperty();
    }

    /** Sends a command to a run that is at work. */
    public void send(LiveRun run, RunCommand command) {
        last.set(CommandText.send(run.folder(), command));
        try {
            workbench.runs().send(run.folder(), command);
            run.asked(command);
        } catch (IOException e) {
            workbench.notices().error(words.get("send.failed", run.name(), String.valueOf(e.getMessage())));
        }
    }

    /** Lets a run go on from its last checkpoint. */
    public void resume(LiveRun run) {
        last.set(CommandText.resume(run.folder()));
        resume(run.folder());
    }

    private void resume(RunFolder folder) {
        try {
            workbench.runs().resume(folder);
            runs.find(folder.path()).ifPresent(run -> run.run().starting());
        } catch (IOException e) {
            workbench
                    .notices()
                    .error(words.get("resume.failed", folder.path().getFileName(), String.valueOf(e.getMessage())));
        }
    }

    /** Where a fork of a run would go. */
    public RunFolder forkFolder(LiveRun run) throws IOException {
        return workbench.runs().reserve(run.name() + " fork");
    }

    /** Forks a run, at work or at rest, and goes on with the fork. */
    public void fork(LiveRun run, long step, RunCommand.Fork fork) {
        last.set(CommandText.fork(run.folder(), step, fork));
        BackgroundTask task = new BackgroundTask(words.get("fork.task", run.name(), step), null);
        workbench.tasks().add(task);
        if (run.standing().commandable()) {
            send(run, fork);
            new ForkWait(
                            workbench.tasks(),
                            run,
                            new RunFolder(Path.of(fork.folder())),
                            found -> forked(run, step, found, task),
                            why -> failed(run, why, task))
                    .begin();
        } else {
            workbench
                    .desk()
                    .ask(
                            id -> new DeskCommand.Fork(
                                    id,
                                    run.folder().path().toString(),
                                    step,
                                    fork.folder(),
                                    fork.method(),
                                    fork.settings(),
                                    fork.learningRate()),
                            reply -> Platform.runLater(() -> answered(run, step, reply, task)));
        }
    }

    private void answered(LiveRun run, long step, DeskReply reply, BackgroundTask task) {
        if (reply instanceof DeskReply.Progress progress && progress.total() > 0) {
            task.report((double) progress.done() / progress.total(), progress.task());
        } else if (reply instanceof DeskReply.Forked forked) {
            forked(run, step, new RunFolder(Path.of(forked.folder())), task);
        } else if (reply instanceof DeskReply.Refused refused) {
            failed(run, refused.message(), task);
        }
    }

    private void failed(LiveRun run, String why, BackgroundTask task) {
        workbench.tasks().remove(task);
        workbench.notices().error(words.get("fork.failed", run.name(), why));
    }

    private void forked(LiveRun run, long step, RunFolder folder, BackgroundTask task) {
        workbench.tasks().remove(task);
        runs.find(run.folder().path()).ifPresent(parent -> parent.overlaid().set(true));
        run.mark(new RunMark(
                RunMark.Kind.FORK,
                step,
                Instant.now(),
                folder.path().getFileName().toString()));
        Watched child = runs.open(folder);
        child.overlaid().set(true);
        resume(folder);
        workbench
                .notices()
                .success(words.get("fork.done", run.name(), step, child.run().id()));
    }
}

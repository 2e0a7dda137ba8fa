package org.palimpsest.app.live.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.workbench.Tasks;
import org.palimpsest.engine.event.RunFolder;

/** Waits for the fork of a run at work. Its worker says nothing of one that succeeds: it is there once its checkpoint is; of one that fails it warns. */
final class ForkWait {
    private static final Duration PAUSE = Duration.millis(100);
    /** After a warning, which may be about something else, the fork is still waited for this many times. */
    private static final int GRACE = 20;

    private final Tasks tasks;
    private final LiveRun run;
    private final RunFolder fork;
    private final Consumer<RunFolder> done;
    private final Consumer<String> failed;
    private final long warningsBefore;
    private final Timeline clock = new Timeline();
    private int grace = GRACE;
    private boolean looking;

    ForkWait(Tasks tasks, LiveRun run, RunFolder fork, Consumer<RunFolder> done, Consumer<String> failed) {
        this.tasks = tasks;
        this.run = run;
        this.fork = fork;
        this.done = done;
        this.failed = failed;
        this.warningsBefore = warnings().size();
        clock.getKeyFrames().add(new KeyFrame(PAUSE, tick -> look()));
        clock.setCycleCount(Timeline.INDEFINITE);
    }

    void begin() {
        clock.play();
    }

    private void look() {
        if (!looking) {
            looking = true;
            tasks.compute(() -> hasCheckpoint(fork), this::found, e -> end(() -> failed.accept(e.getMessage())));
        }
    }

    private void found(boolean there) {
        looking = false;
        boolean warned = warnings().size() > warningsBefore;
        boolean over = !run.standing().working();
        if (there) {
            end(() -> done.accept(fork));
        } else if ((warned || over) && grace-- <= 0) {
            end(() -> failed.accept(warned ? warnings().get(warnings().size() - 1) : ""));
        }
    }

    private void end(Runnable what) {
        if (clock.getStatus() == Timeline.Status.RUNNING) {
            clock.stop();
            what.run();
        }
    }

    private List<String> warnings() {
        return run.marks().stream()
                .filter(mark -> mark.kind() == RunMark.Kind.WARNED)
                .map(RunMark::detail)
                .toList();
    }

    private static boolean hasCheckpoint(RunFolder folder) throws IOException {
        if (!Files.isDirectory(folder.checkpoints())) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder.checkpoints())) {
            // A checkpoint that is being written has another name and is moved to this one whole.
            return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("step-"));
        }
    }
}

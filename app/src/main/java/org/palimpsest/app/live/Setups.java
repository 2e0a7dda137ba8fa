package org.palimpsest.app.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.palimpsest.app.live.run.LiveRun;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.RunMark;
import org.palimpsest.app.live.run.RunSetup;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;

/** Reads what was asked of watched runs, as soon as they have said their first word, and marks forks in both runs they concern. */
final class Setups {
    private final Workbench workbench;
    private final LiveRuns runs;
    private final Set<Path> reading = new HashSet<>();

    Setups(Workbench workbench, LiveRuns runs) {
        this.workbench = workbench;
        this.runs = runs;
        runs.onNew(watched -> watched.run().revision().addListener((value, before, now) -> look(watched)));
    }

    private void look(Watched watched) {
        LiveRun run = watched.run();
        if (!run.started()
                || watched.setup().get() != null
                || !reading.add(run.folder().path())) {
            return;
        }
        workbench
                .tasks()
                .compute(() -> RunSetup.read(run.folder()), setup -> arrived(watched, setup), failure -> workbench
                        .notices()
                        .error(
                                Messages.of("live")
                                        .get("setup.failed", run.name(), String.valueOf(failure.getMessage())),
                                failure));
    }

    private void arrived(Watched watched, RunSetup setup) {
        reading.remove(watched.run().folder().path());
        watched.setup().set(setup);
        if (setup.forked()) {
            watched.run()
                    .mark(new RunMark(
                            RunMark.Kind.ORIGIN,
                            watched.run().firstStep(),
                            watched.run().lastAt(),
                            setup.origin().getFileName().toString() + " @ " + setup.originStep()));
        }
        for (Watched parent : runs.watched()) {
            for (Watched child : runs.watched()) {
                markFork(parent, child);
            }
        }
        watched.run().changed();
    }

    private static void markFork(Watched parent, Watched child) {
        RunSetup setup = child.setup().get();
        boolean forked = setup != null
                && setup.forked()
                && setup.origin().equals(parent.run().folder().path());
        boolean known = parent.run().marks().stream()
                .anyMatch(mark -> mark.kind() == RunMark.Kind.FORK
                        && mark.detail().equals(child.run().id()));
        if (forked && !known) {
            parent.run()
                    .mark(new RunMark(
                            RunMark.Kind.FORK,
                            setup.originStep(),
                            Instant.now(),
                            child.run().id()));
        }
    }
}

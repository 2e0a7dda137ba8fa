package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;

class LiveRunsTest {
    private final ObservableList<RunEntry> all = FXCollections.observableArrayList();
    private final LiveRuns runs = new LiveRuns(all, Runnable::run, GuardRules.DEFAULT, (run, verdict) -> {});

    @AfterEach
    void close() {
        runs.close();
    }

    private static RunFolder folder(String name) {
        return new RunFolder(Path.of("no-such-workspace", name));
    }

    private static RunEntry entry(String name, RunSummary.State state) {
        return new RunEntry(
                folder(name), name, new RunSummary(name, "npo", state, 1, 4, 1, List.of()), Instant.now(), 10);
    }

    @Test
    void whatIsAtWorkIsWatchedByItself() {
        all.setAll(entry("a", RunSummary.State.FINISHED), entry("b", RunSummary.State.RUNNING));
        assertThat(runs.watched()).extracting(run -> run.run().id()).containsExactly("b");
        assertThat(runs.chosen().get().run().id()).isEqualTo("b");
    }

    @Test
    void whatWasDismissedStaysAwayUntilItIsOpened() {
        all.setAll(entry("b", RunSummary.State.RUNNING));
        runs.dismiss(runs.chosen().get());
        all.setAll(entry("b", RunSummary.State.PAUSED));
        assertThat(runs.watched()).isEmpty();
        runs.open(folder("b"));
        assertThat(runs.watched()).hasSize(1);
    }

    @Test
    void aSelectionIsLaidOverItsFirstRun() {
        runs.open(folder("z"));
        runs.open(List.of(folder("a"), folder("b")));
        assertThat(runs.shown()).extracting(run -> run.run().id()).containsExactly("a", "b");
    }

    @Test
    void anotherRunAtWorkDoesNotTakeTheForeground() {
        runs.open(folder("a"));
        all.setAll(entry("b", RunSummary.State.RUNNING));
        assertThat(runs.chosen().get().run().id()).isEqualTo("a");
        assertThat(runs.watched()).hasSize(2);
    }

    @Test
    void aRunWhoseWorkerIsGoneIsInterrupted() {
        Watched run = runs.open(folder("a"));
        run.run().apply(new Said().started("A", "npo", 4));
        all.setAll(entry("a", RunSummary.State.INTERRUPTED));
        assertThat(run.run().standing()).isEqualTo(Standing.INTERRUPTED);
    }

    @Test
    void whatWasLookedUpBeforeTheNewestEventIsNotBelieved() {
        Watched run = runs.open(folder("a"));
        RunEntry stale = new RunEntry(
                folder("a"),
                "a",
                new RunSummary("a", "npo", RunSummary.State.INTERRUPTED, 1, 4, 1, List.of()),
                Instant.EPOCH,
                10);
        run.run().apply(new Said().started("A", "npo", 4));
        all.setAll(stale);
        assertThat(run.run().standing()).isEqualTo(Standing.STEPPING);
    }
}

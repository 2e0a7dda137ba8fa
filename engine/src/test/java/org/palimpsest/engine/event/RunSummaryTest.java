package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
    @TempDir
    Path path;

    @Test
    void isRunningWhileAProgramIsAtWork() {
        assertThat(state(true, Events.step(1, 1, 3))).isEqualTo(RunSummary.State.RUNNING);
    }

    @Test
    void isInterruptedWhenNoProgramIsAtWork() {
        assertThat(state(false, Events.step(1, 1, 3))).isEqualTo(RunSummary.State.INTERRUPTED);
    }

    @Test
    void isPausedUntilItContinues() {
        assertThat(state(true, new RunEvent.Paused(1, Events.AT, 1, ""))).isEqualTo(RunSummary.State.PAUSED);
    }

    @Test
    void isInterruptedWhenItsProgramDiedPaused() {
        assertThat(state(false, new RunEvent.Paused(1, Events.AT, 1, ""))).isEqualTo(RunSummary.State.INTERRUPTED);
    }

    @Test
    void runsAgainAfterAPause() {
        assertThat(state(true, new RunEvent.Paused(1, Events.AT, 1, ""), new RunEvent.Continued(2, Events.AT, 1)))
                .isEqualTo(RunSummary.State.RUNNING);
    }

    @Test
    void runsAgainAfterItWasResumed() {
        assertThat(state(true, new RunEvent.Stopped(1, Events.AT, 1), new RunEvent.Resumed(2, Events.AT, 1)))
                .isEqualTo(RunSummary.State.RUNNING);
    }

    @Test
    void isStopped() {
        assertThat(state(false, new RunEvent.Stopped(1, Events.AT, 1))).isEqualTo(RunSummary.State.STOPPED);
    }

    @Test
    void hasFailed() {
        assertThat(state(false, new RunEvent.Failed(1, Events.AT, 1, "", ""))).isEqualTo(RunSummary.State.FAILED);
    }

    @Test
    void hasFinished() {
        assertThat(state(false, new RunEvent.Finished(1, Events.AT, 1, 2))).isEqualTo(RunSummary.State.FINISHED);
    }

    @Test
    void namesTheMethod() {
        assertThat(summary(true).method()).isEqualTo("npo");
    }

    @Test
    void countsTheStepsFinished() {
        assertThat(summary(true, Events.step(1, 1, 3), Events.step(2, 2, 1)).step())
                .isEqualTo(2);
    }

    @Test
    void takesTheLossOfTheLastStep() {
        assertThat(summary(true, Events.step(1, 1, 3), Events.step(2, 2, 1)).loss())
                .isEqualTo(1.0);
    }

    @Test
    void hasNoLossBeforeTheFirstStep() {
        assertThat(summary(true).loss()).isNaN();
    }

    @Test
    void takesTheNewestOfEachScore() {
        assertThat(summary(true, score(1, "", 0.1), score(2, "retain", 0.5), score(3, "", 0.2))
                        .scores())
                .extracting(RunEvent.Scored::value)
                .containsExactly(0.2, 0.5);
    }

    @Test
    void readsARunFromItsFolder() {
        RunFolder folder = new RunFolder(path);
        try (RunLock lock = RunLock.acquire(folder);
                EventLog log = EventLog.open(folder)) {
            log.append((n, at) -> new RunEvent.Started(n, at, 0, "run", "npo", 10));
            assertThat(lock).isNotNull();
            assertThat(RunSummary.of(folder).state()).isEqualTo(RunSummary.State.RUNNING);
        }
    }

    @Test
    void seesThatTheProgramLeftWithoutAnEnding() {
        RunFolder folder = new RunFolder(path);
        try (EventLog log = EventLog.open(folder)) {
            log.append((n, at) -> new RunEvent.Started(n, at, 0, "run", "npo", 10));
        }
        assertThat(RunSummary.of(folder).state()).isEqualTo(RunSummary.State.INTERRUPTED);
    }

    private static RunEvent score(long sequence, String variant, double value) {
        return new RunEvent.Scored(sequence, Events.AT, 1, "rouge", variant, Subject.UNLEARNED, value, Map.of(), "");
    }

    private static RunSummary.State state(boolean held, RunEvent... events) {
        return summary(held, events).state();
    }

    private static RunSummary summary(boolean held, RunEvent... events) {
        RunEvent started = new RunEvent.Started(0, Events.AT, 0, "run", "npo", 10);
        List<RunEvent> all =
                Stream.concat(Stream.of(started), Stream.of(events)).toList();
        return RunSummary.of(all, held);
    }
}

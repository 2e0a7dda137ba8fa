package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.RunFeed;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;

class WatchTest {
    private final LiveRun run = new LiveRun(new RunFolder(Path.of("runs", "npo")));
    private final Deque<Runnable> later = new ArrayDeque<>();
    /** A millisecond passes whenever the time is asked for. */
    private final AtomicLong clock = new AtomicLong();

    private final Watch watch = new Watch(
            run, new Guards(GuardRules.DEFAULT), later::add, (broken, verdict) -> {}, () -> clock.addAndGet(1_000_000));

    private final Said said = new Said();

    private void work() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private List<RunEvent> steps(int from, int to) {
        List<RunEvent> events = new ArrayList<>();
        for (int step = from; step <= to; step++) {
            events.add(said.step(step, 1.0 / step, 0));
        }
        return events;
    }

    @Test
    void aLongLogIsTakenInSlicesAndWhole() {
        List<RunEvent> events = new ArrayList<>();
        events.add(said.started("NPO", "npo", 100_000));
        events.addAll(steps(1, 100_000));
        watch.take(new RunFeed.Update(events, false));
        // The first slice gives the thread back although much is left.
        assertThat(later).isNotEmpty();
        work();
        assertThat(run.curves().get(CurveKey.TOTAL).size()).isEqualTo(100_000);
    }

    @Test
    void aResumptionCutsCurvesInsteadOfDrawingThemAnew() {
        List<RunEvent> first = new ArrayList<>();
        first.add(said.started("NPO", "npo", 48));
        first.addAll(steps(1, 6));
        watch.take(new RunFeed.Update(first, false));
        work();
        var curve = run.curves().get(CurveKey.TOTAL);
        List<RunEvent> counts = new ArrayList<>(first.subList(0, 5));
        counts.add(said.resumed(4));
        counts.addAll(steps(5, 5));
        watch.take(new RunFeed.Update(counts, true));
        work();
        assertThat(run.curves().get(CurveKey.TOTAL)).isSameAs(curve);
        assertThat(curve.size()).isEqualTo(5);
        assertThat(run.step()).isEqualTo(5);
    }

    @Test
    void aLogThatBeginsAnewReplacesEverything() {
        List<RunEvent> first = new ArrayList<>(List.of(said.started("NPO", "npo", 48)));
        first.addAll(steps(1, 6));
        watch.take(new RunFeed.Update(first, false));
        work();
        List<RunEvent> other = new ArrayList<>(List.of(said.started("DIPO", "dipo", 10)));
        other.addAll(steps(1, 2));
        watch.take(new RunFeed.Update(other, true));
        work();
        assertThat(run.name()).isEqualTo("DIPO");
        assertThat(run.curves().get(CurveKey.TOTAL).size()).isEqualTo(2);
    }
}

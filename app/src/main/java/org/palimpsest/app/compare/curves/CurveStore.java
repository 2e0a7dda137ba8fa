package org.palimpsest.app.compare.curves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.app.worker.log.Readers;
import org.palimpsest.app.worker.log.RunCurves;
import org.palimpsest.app.worker.log.SeriesKey;
import org.palimpsest.engine.event.Subject;

/** The curves of the runs that are looked at; each log is gone through once, and then only what is added to it. May be called on any thread. */
final class CurveStore {
    private final Map<String, RunCurves> read = new ConcurrentHashMap<>();
    private final Map<String, Taken> last = new ConcurrentHashMap<>();
    private final Function<RunEntry, RunCurves> curves;

    /** @param curves gives the curves of a run that is looked at for the first time, read already or not */
    CurveStore(Function<RunEntry, RunCurves> curves) {
        this.curves = curves;
    }

    /**
     * A curve of a run, apart from the log it came from.
     *
     * @param key which curve
     * @param seconds spent in steps, by step
     * @param tokens seen, by step
     * @param data the points for the first chart that shows them
     */
    record Taken(RunEntry run, SeriesKey key, Column values, Column seconds, Column tokens, SeriesData data) {

        /** A curve with its points as a chart takes them, made here because a hundred of them would hold the window's thread up. */
        static Taken of(RunEntry run, SeriesKey key, Column values, Column seconds, Column tokens) {
            SeriesData data = new SeriesData();
            for (int i = 0; i < values.size(); i++) {
                append(data, values, seconds, tokens, i);
            }
            return new Taken(run, key, values, seconds, tokens, data);
        }

        private static void append(SeriesData data, Column values, Column seconds, Column tokens, int index) {
            long step = values.step(index);
            data.append(
                    step, step == 0 ? 0 : seconds.upTo(step), step == 0 ? 0 : tokens.upTo(step), values.value(index));
        }

        /** The points for another chart than the first: a chart keeps to itself what it was given. */
        SeriesData again() {
            SeriesData other = new SeriesData();
            appendTo(other, 0);
            return other;
        }

        /** Adds to {@code data}, which has the first {@code from} points of this curve, the others. */
        void appendTo(SeriesData shown, int from) {
            for (int i = from; i < values.size(); i++) {
                append(shown, values, seconds, tokens, i);
            }
        }

        private boolean isStill(SeriesKey wanted, Column now) {
            return key.equals(wanted) && values.size() == now.size() && Double.compare(values.last(), now.last()) == 0;
        }
    }

    /**
     * What was found.
     *
     * @param wanted what was asked for
     * @param keys the curves of the runs' own models that any of them has
     * @param taken the wanted curve of each run that has it, in the order of the runs
     */
    record Found(SeriesKey wanted, List<SeriesKey> keys, List<Taken> taken) {}

    /**
     * The curve {@code wanted} of each run; reads logs, several at a time.
     *
     * @throws IOException if a log cannot be read
     */
    Found read(List<RunEntry> runs, SeriesKey wanted) throws IOException, InterruptedException {
        Set<String> ids = new LinkedHashSet<>();
        runs.forEach(run -> ids.add(run.id()));
        read.keySet().retainAll(ids);
        last.keySet().retainAll(ids);
        List<Taken> all = takeAll(runs, wanted);
        Set<SeriesKey> keys = new LinkedHashSet<>();
        List<Taken> taken = new ArrayList<>();
        for (Taken one : all) {
            RunCurves curves = read.get(one.run().id());
            synchronized (curves) {
                curves.keys().stream()
                        .filter(key -> key.subject() == Subject.UNLEARNED)
                        .forEach(keys::add);
            }
            if (one.values().size() > 0) {
                taken.add(one);
            }
        }
        return new Found(wanted, List.copyOf(keys), taken);
    }

    private List<Taken> takeAll(List<RunEntry> runs, SeriesKey wanted) throws IOException, InterruptedException {
        List<Callable<Taken>> readings = new ArrayList<>();
        runs.forEach(run -> readings.add(() -> take(run, wanted)));
        try {
            return Readers.all(readings);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }

    private Taken take(RunEntry run, SeriesKey wanted) {
        RunCurves curves = read.computeIfAbsent(run.id(), id -> this.curves.apply(run));
        synchronized (curves) {
            try {
                curves.read(wanted.isTerm());
            } catch (IOException e) {
                throw new UncheckedIOException(run.folder().events() + " cannot be read", e);
            }
            Taken before = last.get(run.id());
            if (before != null && before.isStill(wanted, curves.curve(wanted))) {
                return before;
            }
            Taken now = Taken.of(
                    run,
                    wanted,
                    curves.curve(wanted).copy(),
                    curves.seconds().copy(),
                    curves.tokens().copy());
            last.put(run.id(), now);
            return now;
        }
    }
}

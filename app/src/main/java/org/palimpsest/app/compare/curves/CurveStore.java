package org.palimpsest.app.compare.curves;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.app.worker.log.RunCurves;
import org.palimpsest.app.worker.log.SeriesKey;
import org.palimpsest.engine.event.Subject;

/** The curves of the runs that are looked at; each log is gone through once, and then only what is added to it. May be called on any thread. */
final class CurveStore {
    private final Map<String, RunCurves> read = new ConcurrentHashMap<>();

    /**
     * A curve of a run, apart from the log it came from.
     *
     * @param seconds spent in steps, by step
     * @param tokens seen, by step
     */
    record Taken(RunEntry run, Column values, Column seconds, Column tokens) {}

    /**
     * What was found.
     *
     * @param wanted what was asked for
     * @param keys the curves of the runs' own models that any of them has
     * @param taken the wanted curve of each run that has it, in the order of the runs
     */
    record Found(SeriesKey wanted, List<SeriesKey> keys, List<Taken> taken) {}

    /** The curve {@code wanted} of each run; reads logs, several at a time. */
    Found read(List<RunEntry> runs, SeriesKey wanted) {
        Set<String> ids = new LinkedHashSet<>();
        runs.forEach(run -> ids.add(run.id()));
        read.keySet().retainAll(ids);
        List<Taken> all = runs.parallelStream().map(run -> take(run, wanted)).toList();
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

    private Taken take(RunEntry run, SeriesKey wanted) {
        RunCurves curves = read.computeIfAbsent(run.id(), id -> new RunCurves(run.folder()));
        synchronized (curves) {
            try {
                curves.read();
            } catch (IOException e) {
                throw new UncheckedIOException(run.folder().events() + " cannot be read", e);
            }
            return new Taken(
                    run,
                    curves.curve(wanted).copy(),
                    curves.seconds().copy(),
                    curves.tokens().copy());
        }
    }
}

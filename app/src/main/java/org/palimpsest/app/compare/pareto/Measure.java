package org.palimpsest.app.compare.pareto;

import java.util.List;
import java.util.Map;
import org.palimpsest.app.compare.table.RunFigures;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.log.Column;
import org.palimpsest.app.worker.log.RunDigest;
import org.palimpsest.engine.event.Subject;

/**
 * A quantity of which more is better, for one of the three sides of the trade-off.
 *
 * @param id the key of its words
 * @param column of {@link RunFigures}
 * @param inverted whether it is 1 less the column's value
 * @param series of the probe that watches it while a run goes on; empty if nothing does
 */
record Measure(String id, Side side, String column, boolean inverted, String series) {

    /** What is traded. */
    enum Side {
        FORGETTING,
        UTILITY,
        ROBUSTNESS
    }

    /** All there are; of each side the usual one first. */
    static final List<Measure> ALL = List.of(
            probed("forget-probability", Side.FORGETTING, "answer-probability", "forget.probability", true),
            scored("forget-quality", Side.FORGETTING, RunFigures.metric("forget-quality", ""), false),
            scored("extraction-strength", Side.FORGETTING, RunFigures.metric("extraction-strength", "forget"), true),
            scored("exact-memorisation", Side.FORGETTING, RunFigures.metric("exact-memorisation", "forget"), true),
            probed("retain-probability", Side.UTILITY, "answer-probability", "retain.probability", false),
            scored("model-utility", Side.UTILITY, RunFigures.metric("model-utility", ""), false),
            probed("retain-truth-ratio", Side.UTILITY, "truth-ratio", "retain.truth-ratio", false),
            scored("relearning", Side.ROBUSTNESS, RunFigures.attack("relearning", "recovery.area"), true),
            scored("int8", Side.ROBUSTNESS, RunFigures.attack("quantisation", "int8.recovery"), true),
            scored("int4", Side.ROBUSTNESS, RunFigures.attack("quantisation", "int4.recovery"), true),
            scored("nf4", Side.ROBUSTNESS, RunFigures.attack("quantisation", "nf4.recovery"), true));

    private static Measure probed(String id, Side side, String probe, String series, boolean inverted) {
        return new Measure(id, side, RunFigures.probe(probe, series), inverted, series);
    }

    private static Measure scored(String id, Side side, String column, boolean inverted) {
        return new Measure(id, side, column, inverted, "");
    }

    /** The measures of a side that any of the runs has, the usual one first. */
    static List<Measure> offered(Side side, List<RunEntry> runs) {
        List<Map<String, Double>> figures = runs.stream()
                .map(run -> RunFigures.of(run.digest(), Subject.UNLEARNED))
                .toList();
        return ALL.stream()
                .filter(measure ->
                        measure.side() == side && figures.stream().anyMatch(each -> each.containsKey(measure.column())))
                .toList();
    }

    /** The newest value of a model; NaN if it was not measured. */
    double newest(RunDigest digest, Subject subject) {
        return turned(RunFigures.of(digest, subject).getOrDefault(column, Double.NaN));
    }

    /** How it came about, thinned; null if nothing watched it. */
    Column trail(RunDigest digest) {
        return series.isEmpty()
                ? null
                : digest.trail(series, Subject.UNLEARNED)
                        .map(RunDigest.Trail::points)
                        .orElse(null);
    }

    double turned(double value) {
        // What comes back cannot be less than nothing, nor more than all: noise around the ends is cut off.
        return !inverted ? value : 1 - (side == Side.ROBUSTNESS ? Math.max(0, Math.min(1, value)) : value);
    }
}

package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the retained reference scored, computed once and kept by the caller.
 *
 * @param key what it was computed from, see {@link ReferenceKey}
 * @param truthRatios of the forget set, one a question; null where one could not be measured
 * @param scores the reference's own scores by {@link Benchmark.Item#name()}, in the benchmark's order
 */
public record ReferenceScores(String key, List<TruthRatio> truthRatios, Map<String, Score> scores) {
    /** Keeps lists and maps unchangeable. */
    public ReferenceScores {
        truthRatios = Collections.unmodifiableList(new ArrayList<>(truthRatios));
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /** Measures the retained reference, which stands as reference to itself. */
    public static ReferenceScores measure(Evaluation ofReference, Benchmark benchmark, String key) {
        boolean ratios = ofReference.has(EvaluationSet.FORGET)
                && ofReference.sets().of(EvaluationSet.FORGET).hasWrongAnswers();
        List<TruthRatio> truthRatios = ratios ? ofReference.truthRatios(EvaluationSet.FORGET) : List.of();
        ReferenceScores itself = new ReferenceScores(key, truthRatios, Map.of());
        return new ReferenceScores(key, truthRatios, benchmark.measure(ofReference.against(itself)));
    }
}

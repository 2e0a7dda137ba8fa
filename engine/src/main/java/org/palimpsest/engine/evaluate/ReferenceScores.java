package org.palimpsest.engine.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.event.AtomicFile;

/**
 * What the retained reference scored, computed once and kept on disk.
 *
 * @param key what it was computed from, see {@link ReferenceKey}
 * @param truthRatios of the forget set, one a question; null where one could not be measured
 * @param scores the reference's own scores by {@link Benchmark.Item#name()}, in the benchmark's order
 */
public record ReferenceScores(String key, List<TruthRatio> truthRatios, Map<String, Score> scores) {
    private static final JsonMapper JSON = new JsonMapper();

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

    /**
     * Reads what was kept.
     *
     * @return empty if the file is absent or was computed from something else
     * @throws IOException if the file cannot be read or is broken
     */
    public static Optional<ReferenceScores> read(Path file, String key) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ReferenceScores kept = JSON.readValue(file.toFile(), ReferenceScores.class);
            return kept.key.equals(key) ? Optional.of(kept) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s: expected the kept scores of a retained reference, but %s; delete the file, it is computed again"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }

    /** Keeps the scores; a reader sees the old file or the new one, never a part. */
    public void write(Path file) throws IOException {
        AtomicFile.writeString(file, JSON.writeValueAsString(this));
    }
}

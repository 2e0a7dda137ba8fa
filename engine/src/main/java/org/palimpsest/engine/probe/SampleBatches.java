package org.palimpsest.engine.probe;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.text.EncodedExample;

/** A sample cut into batches that fit memory. */
final class SampleBatches {
    private static final int ROWS_AT_A_TIME = 8;

    private SampleBatches() {}

    /** Batches in the order of the examples; those without a supervised token are left out. */
    static List<LabelledBatch> of(List<EncodedExample> examples, int padId) {
        List<EncodedExample> supervised = examples.stream()
                .filter(example -> example.supervisedTokens() > 0)
                .toList();
        List<LabelledBatch> batches = new ArrayList<>();
        for (int from = 0; from < supervised.size(); from += ROWS_AT_A_TIME) {
            List<EncodedExample> rows = supervised.subList(from, Math.min(supervised.size(), from + ROWS_AT_A_TIME));
            batches.add(LabelledBatch.of(
                    rows.stream().map(EncodedExample::ids).toList(),
                    rows.stream().map(EncodedExample::labels).toList(),
                    padId));
        }
        return batches;
    }
}

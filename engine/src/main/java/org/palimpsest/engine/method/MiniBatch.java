package org.palimpsest.engine.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.palimpsest.engine.data.BatchRows;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.text.EncodedExample;

/**
 * The examples of one backward pass: forget rows with a retain row and an alternate each, or retain rows alone.
 *
 * @param forget null where a method has no forget set
 * @param alternates null where a method uses none
 */
public record MiniBatch(BatchRows rows, LabelledBatch forget, LabelledBatch retain, LabelledBatch alternates) {

    /** Gathers the rows of the sets. Rows without a supervised token take no part. */
    public static MiniBatch of(TrainingSets sets, BatchRows rows) {
        List<EncodedExample> alternates = new ArrayList<>();
        sets.alternates().ifPresent(answers -> {
            for (int i = 0; i < rows.alternates().length; i++) {
                alternates.add(answers.example(rows.forget()[i], rows.alternates()[i]));
            }
        });
        return new MiniBatch(
                rows,
                batch(pick(sets.forget(), rows.forget()), sets.padId()),
                batch(pick(sets.retain(), rows.retain()), sets.padId()),
                batch(alternates, sets.padId()));
    }

    /** Supervised tokens in all parts. */
    public int supervised() {
        int tokens = 0;
        for (LabelledBatch part : Arrays.asList(forget, retain, alternates)) {
            tokens += part == null ? 0 : part.supervised();
        }
        return tokens;
    }

    private static List<EncodedExample> pick(List<EncodedExample> examples, int[] rows) {
        return Arrays.stream(rows).mapToObj(examples::get).toList();
    }

    static LabelledBatch batch(List<EncodedExample> examples, int padId) {
        if (examples.isEmpty()) {
            return null;
        }
        return LabelledBatch.of(
                examples.stream().map(EncodedExample::ids).toList(),
                examples.stream().map(EncodedExample::labels).toList(),
                padId);
    }
}

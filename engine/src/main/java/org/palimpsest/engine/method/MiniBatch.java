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
public record MiniBatch(BatchRows rows, BatchPart forget, BatchPart retain, BatchPart alternates) {

    /** Gathers the rows of the sets, all in one pass. Rows without a supervised token take no part. */
    public static MiniBatch of(TrainingSets sets, BatchRows rows) {
        return new Gathered(sets, rows).part(rows, 0);
    }

    /** The passes of a step, of at most {@code most} rows of each set; each part knows how much of the whole step's batch it is. */
    static List<MiniBatch> split(TrainingSets sets, BatchRows rows, int most) {
        Gathered gathered = new Gathered(sets, rows);
        List<MiniBatch> parts = new ArrayList<>();
        int from = 0;
        for (BatchRows part : rows.split(most)) {
            parts.add(gathered.part(part, from));
            from += most;
        }
        return parts;
    }

    /** The examples of a whole step. */
    private record Gathered(
            List<EncodedExample> forget, List<EncodedExample> retain, List<EncodedExample> alternates, int padId) {

        Gathered(TrainingSets sets, BatchRows rows) {
            this(
                    pick(sets.forget(), rows.forget()),
                    pick(sets.retain(), rows.retain()),
                    answers(sets, rows),
                    sets.padId());
        }

        MiniBatch part(BatchRows rows, int from) {
            return new MiniBatch(
                    rows,
                    part(forget, from, rows.forget().length),
                    part(retain, from, rows.retain().length),
                    part(alternates, from, rows.alternates().length));
        }

        private BatchPart part(List<EncodedExample> all, int from, int count) {
            return all.isEmpty()
                    ? null
                    : new BatchPart(batch(all.subList(from, from + count), padId), BatchPart.Extent.of(all), padId);
        }
    }

    /** Supervised tokens in all parts. */
    public int supervised() {
        int tokens = 0;
        for (BatchPart part : Arrays.asList(forget, retain, alternates)) {
            tokens += part == null ? 0 : part.rows().supervised();
        }
        return tokens;
    }

    private static List<EncodedExample> answers(TrainingSets sets, BatchRows rows) {
        List<EncodedExample> alternates = new ArrayList<>();
        sets.alternates().ifPresent(answers -> {
            for (int i = 0; i < rows.alternates().length; i++) {
                alternates.add(answers.example(rows.forget()[i], rows.alternates()[i]));
            }
        });
        return alternates;
    }

    private static List<EncodedExample> pick(List<EncodedExample> examples, int[] rows) {
        return Arrays.stream(rows).mapToObj(examples::get).toList();
    }

    static LabelledBatch batch(List<EncodedExample> examples, int padId) {
        return LabelledBatch.of(
                examples.stream().map(EncodedExample::ids).toList(),
                examples.stream().map(EncodedExample::labels).toList(),
                padId);
    }
}

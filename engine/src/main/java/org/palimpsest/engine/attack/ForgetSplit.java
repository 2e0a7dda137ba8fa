package org.palimpsest.engine.attack;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.evaluate.MeanProbability;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;

/**
 * A forget set cut in two by the seed: what the attacker holds, and the rest. Of each part at most so many rows are measured.
 *
 * @param seen what the attacker trains on
 * @param unseen the rest; empty if there is none
 */
record ForgetSplit(List<EncodedExample> seen, List<EncodedExample> unseen, int measuredRows) {

    /** @throws IllegalArgumentException if no example has a supervised token */
    static ForgetSplit of(AttackContext context, int samples) {
        List<EncodedExample> usable = context.sets().forget().stream()
                .filter(example -> example.supervisedTokens() > 0)
                .toList();
        if (usable.isEmpty()) {
            throw new IllegalArgumentException("no forget example has a supervised token to relearn");
        }
        List<EncodedExample> order = RowSample.of(context.seed(), usable, usable.size());
        int held = Math.min(samples, order.size());
        return new ForgetSplit(order.subList(0, held), order.subList(held, order.size()), context.measuredRows());
    }

    /** What recovery is measured on: the unseen examples, or all where there are none. */
    List<EncodedExample> recovered() {
        return measured(unseen.isEmpty() ? seen : unseen);
    }

    double seenProbability(DecoderModel model) {
        return MeanProbability.of(model, measured(seen));
    }

    double recoveredProbability(DecoderModel model) {
        return MeanProbability.of(model, recovered());
    }

    /** The mean over the whole forget set from the means over its parts. */
    double whole(double seenProbability, double unseenProbability) {
        int all = seen.size() + unseen.size();
        return (seen.size() * seenProbability + unseen.size() * unseenProbability) / all;
    }

    private List<EncodedExample> measured(List<EncodedExample> part) {
        return new ArrayList<>(part.subList(0, Math.min(measuredRows, part.size())));
    }
}

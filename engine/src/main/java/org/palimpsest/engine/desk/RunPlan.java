package org.palimpsest.engine.desk;

import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.recipe.Recipe;

/**
 * What time and space of a run follow from.
 *
 * @param recipe with every setting spelled out
 * @param batches the sets that every step trains on, in the order forget, retain, alternates, as the method needs them
 * @param anchor rows of an epoch
 * @param reference the retained reference, where there is one
 * @param evaluated what is measured at the end, if anything
 */
record RunPlan(
        Recipe recipe,
        MethodCard method,
        ModelCost model,
        List<Batched> batches,
        long anchor,
        Optional<ModelCost> reference,
        Optional<Evaluated> evaluated) {

    /** What a set is for. */
    enum Role {
        FORGET,
        RETAIN,
        ALTERNATES
    }

    /** A set of which every step sees a batch. */
    record Batched(Role role, Sequences set) {}

    /**
     * What an evaluation looks at.
     *
     * @param scored given answers, right and wrong
     * @param answered questions answered in the model's own words
     */
    record Evaluated(Sequences scored, long answered) {}

    long totalSteps() {
        return recipe.training().totalSteps(anchor);
    }

    /** Whether logits of every position of a set are needed and not of its answers alone: a divergence on the retain set. */
    boolean everyPosition(Batched batch) {
        return batch.role() == Role.RETAIN
                && method.terms().stream().anyMatch(term -> term.symbol().startsWith("KL"));
    }

    /** Whether the frozen target goes over a batch in every step, because nothing can be kept of it. */
    boolean frozenToo(Batched batch) {
        return everyPosition(batch) || batch.role() == Role.ALTERNATES;
    }

    /** Tokens whose logits are computed for so many sequences of a set. */
    double scored(Batched batch, long sequences) {
        return sequences
                * (everyPosition(batch)
                        ? batch.set().padded(recipe.training().microBatch())
                        : batch.set().supervised());
    }

    /** How often a probe looks. */
    double observations(int every) {
        return 1 + Math.floor((double) totalSteps() / every);
    }
}

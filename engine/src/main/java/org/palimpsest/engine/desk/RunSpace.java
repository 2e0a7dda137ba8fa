package org.palimpsest.engine.desk;

import org.palimpsest.engine.recipe.Checkpoints;

/** How much memory and disk a run takes, by arithmetic. */
record RunSpace(RunPlan plan) {
    /** Copies of the weights in memory: target, working model, gradient, and the two moments of AdamW. */
    static final int COPIES = 5;
    /** Copies of the weights in a checkpoint: the model and the two moments. */
    private static final int STORED_COPIES = 3;
    /** Java, libtorch, tokenizer and data. */
    private static final long PROGRAM_BYTES = 300L << 20;
    /** The frozen target's distributions over the forget set are kept up to this. */
    private static final long KEPT_LOGITS_BYTES = 1L << 30;

    private static final long EVENT_BYTES = 400;
    private static final long OBSERVATION_BYTES = 1500;

    /** Memory of the worker at its greatest. */
    long memory() {
        long micro = plan.recipe().training().microBatch();
        double activations = 0;
        for (RunPlan.Batched batch : plan.batches()) {
            double length = batch.set().padded(micro);
            activations += plan.model().activations(micro * length, length, plan.scored(batch, micro));
        }
        long reference = plan.reference().map(ModelCost::bytes).orElse(0L);
        return PROGRAM_BYTES + COPIES * plan.model().bytes() + reference + (long) activations + keptLogits();
    }

    /** Only DiPO compares whole distributions of the frozen target. */
    private long keptLogits() {
        if (!plan.method().id().equals("dipo")) {
            return 0;
        }
        return plan.batches().stream()
                .filter(batch -> batch.role() == RunPlan.Role.FORGET)
                .mapToLong(batch -> (long) Math.min(
                        KEPT_LOGITS_BYTES,
                        (double) Float.BYTES
                                * batch.set().count()
                                * batch.set().supervised()
                                * plan.model().vocabulary()))
                .sum();
    }

    /** Checkpoints, one more while it is written, and the log. */
    long disk() {
        Checkpoints checkpoints = plan.recipe().checkpoints();
        long steps = plan.totalSteps();
        long every = checkpoints.every() == null
                ? plan.recipe().training().stepsPerEpoch(plan.anchor())
                : checkpoints.every();
        long written = every == 0 ? 1 : (steps + every - 1) / every;
        long most = Math.min(written, Math.max(1, checkpoints.keep()) + 1L);
        double observations = plan.recipe().probes().stream()
                .mapToDouble(probe -> plan.observations(probe.every()))
                .sum();
        return most * STORED_COPIES * plan.model().bytes()
                + steps * EVENT_BYTES
                + (long) (observations * OBSERVATION_BYTES);
    }
}

package org.palimpsest.engine.desk;

import java.util.Map;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.recipe.AttackChoice;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Training;

/**
 * How long a run takes, by arithmetic.
 *
 * @param speed of matrix products, floating-point operations a second
 */
record RunTime(RunPlan plan, double speed) {
    /** Share of the speed of matrix products that whole models reach. */
    static final double EFFICIENCY = 0.75;
    /** A call into native code for one layer of one batch, whatever its size. */
    private static final double SECONDS_A_LAYER = 1e-4;
    /** Norm, clipping, AdamW and zeroing read and write about 50 bytes a weight. */
    private static final double OPTIMISER_SECONDS_A_WEIGHT = 5e-9;
    /** Forward passes over a probe's samples that a look of a probe takes on average. */
    private static final int PASSES_A_LOOK = 2;
    /** Rows of each set that an attack measures at a point. */
    private static final int ATTACK_ROWS = 64;

    /** Floating-point operations of a step. */
    double operationsPerStep() {
        Training training = plan.recipe().training();
        double operations = 0;
        for (RunPlan.Batched batch : plan.batches()) {
            double length = batch.set().padded(training.microBatch());
            double forward =
                    plan.model().forward(training.batch() * length, length, plan.scored(batch, training.batch()));
            operations += forward * (plan.frozenToo(batch) ? 4 : 3);
        }
        return operations;
    }

    double secondsPerStep() {
        Training training = plan.recipe().training();
        double parts = Math.ceil((double) training.batch() / training.microBatch())
                * plan.batches().size();
        return operationsPerStep() / (EFFICIENCY * speed)
                + 3 * parts * plan.model().layers() * SECONDS_A_LAYER
                + OPTIMISER_SECONDS_A_WEIGHT * plan.model().parameters();
    }

    /** All steps, and what the frozen target says of the forget set, which is computed once. */
    double training() {
        boolean scoresFirst = plan.method().needs().contains(MethodCard.Need.REFERENCE_MODEL);
        double first = scoresFirst
                ? plan.batches().stream()
                        .filter(batch -> batch.role() == RunPlan.Role.FORGET)
                        .mapToDouble(batch -> seconds(batch.set(), batch.set().count()))
                        .sum()
                : 0;
        return first + plan.totalSteps() * secondsPerStep();
    }

    double probes() {
        return plan.recipe().probes().stream().mapToDouble(this::probe).sum();
    }

    private double probe(ProbeChoice probe) {
        long samples = (long) number(probe.settings(), "samples", 0);
        return PASSES_A_LOOK * plan.observations(probe.every()) * overBothSets(samples);
    }

    /** Of target, unlearned model and retained reference. */
    double evaluation() {
        int models = plan.reference().isPresent() ? 3 : 2;
        return models * plan.evaluated().map(this::oneEvaluation).orElse(0.0);
    }

    private double oneEvaluation(RunPlan.Evaluated all) {
        Sequences scored = all.scored();
        // Answers come token by token, a batch of them at a time; those of a damaged model are longer than the true
        // ones.
        double tokens = 2 * scored.supervised();
        double batches =
                Math.ceil((double) all.answered() / plan.recipe().evaluation().batch());
        double calls = batches * (1 + tokens) * plan.model().layers() * 4 * SECONDS_A_LAYER;
        double writing = all.answered() * plan.model().forward(scored.mean() + tokens, scored.mean(), tokens);
        return seconds(scored, scored.count()) + calls + writing / (EFFICIENCY * speed);
    }

    /** Of unlearned model and retained reference. */
    double attacks() {
        int models = plan.reference().isPresent() ? 2 : 1;
        return models
                * plan.recipe().attacks().stream().mapToDouble(this::oneAttack).sum();
    }

    /** Attacks say by their settings how long they train, how often they measure, and how many forms they try. */
    private double oneAttack(AttackChoice attack) {
        double steps = number(attack.settings(), "steps", 0);
        long forms =
                attack.settings().values().stream().filter(Boolean.TRUE::equals).count();
        double points = 1 + forms + steps / Math.max(1, number(attack.settings(), "every", 1));
        double step = plan.batches().stream()
                .limit(1)
                .mapToDouble(batch -> 3 * seconds(batch.set(), (long) number(attack.settings(), "batch", 1)))
                .sum();
        return steps * step + points * overBothSets(ATTACK_ROWS);
    }

    double total() {
        return training() + probes() + evaluation() + attacks();
    }

    /** A forward pass over so many sequences of forget and retain set each. */
    private double overBothSets(long sequences) {
        return plan.batches().stream()
                .filter(batch -> batch.role() != RunPlan.Role.ALTERNATES)
                .mapToDouble(batch ->
                        seconds(batch.set(), Math.min(sequences, batch.set().count())))
                .sum();
    }

    /** A forward pass over so many sequences of a set. */
    private double seconds(Sequences set, long sequences) {
        int batch = plan.recipe().evaluation().batch();
        double operations =
                plan.model().forward(sequences * set.padded(batch), set.mean(), sequences * set.supervised());
        double calls = Math.ceil((double) sequences / batch) * plan.model().layers() * SECONDS_A_LAYER;
        return operations / (EFFICIENCY * speed) + calls;
    }

    private static double number(Map<String, Object> settings, String name, double otherwise) {
        return settings.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }
}

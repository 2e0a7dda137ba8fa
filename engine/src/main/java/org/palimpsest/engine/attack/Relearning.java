package org.palimpsest.engine.attack;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.AttackCard;

/**
 * Trains a copy for a few steps on a few of the forgotten examples and watches how fast the others come back, as public code does
 * it (Fan et al. 2025, arXiv 2502.05374): AdamW without weight decay, a tenth of the steps as warm-up, then a constant rate.
 * Values at a point, by step: {@code forget.probability} of the whole forget set, {@code forget.seen.probability} of what the
 * attacker holds and {@code forget.unseen.probability} of the rest, where there is one. Recovery is measured on the unseen
 * examples, or on all where the attacker holds them all.
 *
 * <p>The summary, of which what is undefined is null: {@code forget.probability.before} and {@code .after};
 * {@code recovery.probability.before} and {@code .after}, on the examples that recovery is measured on, and with a target at hand
 * {@code target.probability} on the same; {@code recovery.area}, the mean of (p - p_before) / (p_target - p_before) over the attack,
 * and {@code recovery.final}, its end; {@code steps.to80}, the steps to 80 % of the target's probability. With the reference's
 * summary also {@code relearning.time-ratio}, these steps over the reference's (1: as slow as a model that never knew), and
 * {@code robustness}, min(1, rise of the reference / rise of the model).
 */
@AutoService(Attack.class)
public final class Relearning implements Attack {
    @Override
    public AttackCard card() {
        return Attacks.card("relearning");
    }

    @Override
    public AttackSession open(AttackContext context) {
        return new RelearningSession(context);
    }
}

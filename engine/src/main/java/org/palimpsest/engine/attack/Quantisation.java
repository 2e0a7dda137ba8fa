package org.palimpsest.engine.attack;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Settings;

/**
 * Rounds the weights of the layers' matrices, as is done to run models cheaply, and measures again (Zhang et al. 2024, arXiv
 * 2410.16454). Embeddings, norms, biases and the head stay as they are; what is rounded is computed with in float32. The axis is
 * bits a weight, first 32 ({@code none}). Values at a point: {@code forget.probability}, {@code retain.probability} and, with a
 * target at hand, {@code codes.identical}, the share of weights whose codes are those of the target rounded in the same way.
 *
 * <p>The summary has for each format {@code FORMAT.forget.probability}, {@code FORMAT.recovery} (0 where it was before, 1 at the
 * target's probability), {@code FORMAT.robustness} (min(1, before / after)) and {@code FORMAT.codes.identical}; and
 * {@code forget.probability.before} and {@code target.probability}.
 */
@AutoService(Attack.class)
public final class Quantisation implements Attack {
    @Override
    public AttackCard card() {
        return Attacks.card("quantisation");
    }

    @Override
    public AttackSession open(AttackContext context) {
        Settings settings = context.settings();
        List<Quantiser> formats = new ArrayList<>();
        if (settings.flag("int8")) {
            formats.add(new SymmetricIntegers(8, 0));
        }
        if (settings.flag("int4")) {
            formats.add(new SymmetricIntegers(4, settings.integer("group")));
        }
        if (settings.flag("nf4")) {
            formats.add(new NormalFloat(settings.integer("nf4Block")));
        }
        return new QuantisationSession(context, List.copyOf(formats));
    }
}

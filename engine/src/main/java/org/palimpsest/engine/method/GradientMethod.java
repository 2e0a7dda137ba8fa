package org.palimpsest.engine.method;

import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** A method that says what its loss is and leaves stepping to {@link GradientSession}. */
public abstract class GradientMethod implements UnlearningMethod {
    private final MethodCard card;

    /** @throws IllegalStateException if there is no card with this id */
    protected GradientMethod(String id) {
        card = Catalogue.method(id).orElseThrow(() -> new IllegalStateException("method " + id + " has no card"));
    }

    @Override
    public final MethodCard card() {
        return card;
    }

    @Override
    public final GradientSession open(UnlearningContext context) {
        return new GradientSession(this, context);
    }

    /**
     * The method's loss.
     *
     * @param model the working model
     * @param reference the frozen target, scored when first asked
     */
    abstract Objective objective(DecoderModel model, FrozenReference reference, Settings settings);
}

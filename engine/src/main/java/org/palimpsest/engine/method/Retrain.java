package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** Training the base model on the retain set alone, L = NLL(retain): makes the retained reference. */
@AutoService(UnlearningMethod.class)
public final class Retrain extends GradientMethod {
    public Retrain() {
        super("retrain");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        return new FineTune().objective(model, reference, settings);
    }
}

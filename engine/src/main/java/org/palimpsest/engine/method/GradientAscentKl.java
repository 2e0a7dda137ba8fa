package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** Gradient ascent held by the reference: L = -γ NLL(forget) + α KL(ref ‖ θ)(retain) (TOFU). */
@AutoService(UnlearningMethod.class)
public final class GradientAscentKl extends GradientMethod {
    public GradientAscentKl() {
        super("ga-kl");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        RetainKl kl = RetainKl.of(model, reference, settings);
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            PartialMean forget = Answers.of(scope, model, batch.forget()).mean().neg();
            PartialMean retain = kl.of(scope, batch.retain());
            return Loss.of(new Loss.Term("forget", gamma, forget), new Loss.Term("retain", alpha, retain));
        };
    }
}

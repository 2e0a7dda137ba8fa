package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** Gradient difference: L = -γ NLL(forget) + α NLL(retain) (Liu et al. 2022; TOFU). */
@AutoService(UnlearningMethod.class)
public final class GradDiff extends GradientMethod {
    public GradDiff() {
        super("graddiff");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            PartialMean forget = Answers.of(scope, model, batch.forget()).mean().neg();
            PartialMean retain = Answers.of(scope, model, batch.retain()).mean();
            return Loss.of(new Loss.Term("forget", gamma, forget), new Loss.Term("retain", alpha, retain));
        };
    }
}

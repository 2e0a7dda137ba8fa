package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** Gradient ascent: L = -γ NLL(forget) (TOFU, Maini et al. 2024, arXiv 2401.06121). */
@AutoService(UnlearningMethod.class)
public final class GradientAscent extends GradientMethod {
    public GradientAscent() {
        super("ga");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        double gamma = settings.number("gamma");
        return (scope, batch) -> {
            PartialMean forget = Answers.of(scope, model, batch.forget()).mean().neg();
            return Loss.of(new Loss.Term("forget", gamma, forget));
        };
    }
}

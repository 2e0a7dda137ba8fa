package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.objective.NpoLoss;

/** NPO held by the reference: L = γ L_NPO(forget) + α KL(ref ‖ θ)(retain) (Zhang et al. 2024, arXiv 2404.05868). */
@AutoService(UnlearningMethod.class)
public final class NpoKl extends GradientMethod {
    public NpoKl() {
        super("npo-kl");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        NpoLoss npo = new NpoLoss(settings.number("beta"));
        RetainKl kl = RetainKl.of(model, reference, settings);
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            NDArray current = Answers.of(scope, model, batch.forget()).sums(scope);
            NDArray frozen = reference.sums(scope, batch.rows().forget());
            PartialMean forget = batch.forget().overSequences(npo.of(scope, current, frozen));
            PartialMean retain = kl.of(scope, batch.retain());
            return Loss.of(new Loss.Term("forget", gamma, forget), new Loss.Term("retain", alpha, retain));
        };
    }
}

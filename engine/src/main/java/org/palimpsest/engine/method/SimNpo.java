package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.objective.SimNpoLoss;

/** SimNPO: L = γ L_SimNPO(forget) + α NLL(retain), without a reference (Fan et al. 2024, arXiv 2410.07163). */
@AutoService(UnlearningMethod.class)
public final class SimNpo extends GradientMethod {
    public SimNpo() {
        super("simnpo");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        SimNpoLoss simNpo = new SimNpoLoss(settings.number("beta"), settings.number("delta"));
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            Answers answers = Answers.of(scope, model, batch.forget());
            PartialMean forget = batch.forget()
                    .overSequences(
                            simNpo.of(scope, answers.sums(scope), answers.at().counts()));
            PartialMean retain = Answers.of(scope, model, batch.retain()).mean();
            return Loss.of(new Loss.Term("forget", gamma, forget), new Loss.Term("retain", alpha, retain));
        };
    }
}

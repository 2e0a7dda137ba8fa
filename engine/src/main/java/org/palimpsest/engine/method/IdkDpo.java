package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.objective.DpoLoss;
import org.palimpsest.engine.objective.PreferenceScale;

/** DPO towards refusals: L = γ L_DPO(refusal over answer) + α NLL(retain) (Rafailov et al. 2023; TOFU). */
@AutoService(UnlearningMethod.class)
public final class IdkDpo extends GradientMethod {
    public IdkDpo() {
        super("idk-dpo");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        double beta = settings.number("beta");
        DpoLoss dpo = new DpoLoss(beta, settings.choice("preferenceScale", PreferenceScale.class));
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            DpoLoss.Sums refusal = new DpoLoss.Sums(
                    Answers.of(scope, model, batch.alternates()).sums(scope),
                    reference.sums(scope, batch.alternates()));
            DpoLoss.Sums answer = new DpoLoss.Sums(
                    Answers.of(scope, model, batch.forget()).sums(scope),
                    reference.sums(scope, batch.rows().forget()));
            PartialMean forget = batch.forget().overSequences(dpo.of(scope, refusal, answer));
            PartialMean retain = Answers.of(scope, model, batch.retain()).mean();
            return Loss.of(new Loss.Term("forget", gamma, forget), new Loss.Term("retain", alpha, retain));
        };
    }
}

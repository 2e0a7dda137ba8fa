package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.objective.DipoLoss;
import org.palimpsest.engine.objective.PreferenceScale;
import org.palimpsest.engine.objective.Watch;

/** DiPO: L = γ L_DiPO(forget) + α NLL(retain), a preference between two distributions at every answer token (Qin et al. 2025, arXiv 2510.04773). */
@AutoService(UnlearningMethod.class)
public final class Dipo extends GradientMethod {
    /** Whose logits the pair of distributions is made from. */
    enum PairSource {
        REFERENCE,
        CURRENT
    }

    public Dipo() {
        super("dipo");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        DipoLoss dipo = new DipoLoss(new DipoLoss.Settings(
                settings.choice("pairMode", DipoLoss.PairMode.class),
                settings.choice("reduction", DipoLoss.Reduction.class),
                settings.integer("topK"),
                settings.number("threshold"),
                settings.number("amplification"),
                settings.number("beta"),
                settings.choice("preferenceScale", PreferenceScale.class)));
        PairSource pairSource = settings.choice("source", PairSource.class);
        double gamma = settings.number("gamma");
        double alpha = settings.number("alpha");
        return (scope, batch) -> {
            Answers answers = Answers.of(scope, model, batch.forget());
            NDArray current = answers.at().logits();
            NDArray frozen = reference.logits(scope, batch.rows().forget());
            NDArray source = pairSource == PairSource.REFERENCE ? frozen : current.stopGradient();
            DipoLoss.Result forget = dipo.of(
                    scope,
                    current,
                    frozen,
                    source,
                    answers.at().sequence(),
                    answers.at().counts());
            PartialMean retain = Answers.of(scope, model, batch.retain()).mean();
            return Loss.of(
                            new Loss.Term("forget", gamma, batch.forget().overSequences(forget.loss())),
                            new Loss.Term("retain", alpha, retain))
                    .watching(watched(scope, answers, forget));
        };
    }

    /** Margin u, its weight σ(-u), p(label), mass on the confident tokens, entropy: the means over the batch. */
    private static Map<String, PartialMean> watched(NDManager scope, Answers answers, DipoLoss.Result forget) {
        NDArray u = forget.margin().stopGradient();
        Watch watch = Watch.of(
                scope, answers.at().logits().stopGradient(), answers.at().labels());
        BatchPart part = answers.part();
        Map<String, PartialMean> watched = new LinkedHashMap<>();
        watched.put("margin", part.overSequences(u.mean()));
        watched.put("weight", part.overSequences(Activation.sigmoid(u.neg()).mean()));
        watched.put("labelProbability", part.overTokens(watch.labelProbability().mean()));
        watched.put(
                "confidentMass",
                part.overTokens(forget.confidentMass().stopGradient().mean()));
        watched.put("entropy", part.overTokens(watch.entropy().mean()));
        return watched;
    }
}

package org.palimpsest.engine.run;

import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.Methods;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.recipe.Training;
import org.palimpsest.engine.tensor.AdamW;

/** Opens the session that a recipe asks for. */
final class Sessions {
    private Sessions() {}

    static UnlearningSession open(Experiment experiment) {
        UnlearningMethod method = Methods.byId(experiment.recipe().method().id());
        requireNeeds(method.card(), experiment);
        return method.open(new UnlearningContext(
                experiment.workingModel(),
                experiment.target(),
                experiment.sets(),
                plan(experiment),
                Settings.of(method.card(), experiment.recipe().method().settings())));
    }

    static TrainingPlan plan(Experiment experiment) {
        Training training = experiment.recipe().training();
        long anchor = anchor(experiment);
        long total = training.totalSteps(anchor);
        LearningRate rate = new LearningRate(
                training.learningRate(),
                switch (training.schedule()) {
                    case LINEAR -> LearningRate.Shape.LINEAR;
                    case CONSTANT -> LearningRate.Shape.CONSTANT;
                    case COSINE -> LearningRate.Shape.COSINE;
                },
                training.totalWarmupSteps(anchor),
                total);
        return new TrainingPlan(
                total,
                training.batch(),
                training.microBatch(),
                rate,
                new AdamW.Settings(training.beta1(), training.beta2(), training.epsilon(), training.weightDecay()),
                training.clip(),
                training.seed());
    }

    /** Examples that an epoch goes through. */
    static long anchor(Experiment experiment) {
        boolean forgetLeads = experiment.methodCard().needs().contains(MethodCard.Need.FORGET_SET);
        return forgetLeads
                ? experiment.sets().forget().size()
                : experiment.sets().retain().size();
    }

    private static void requireNeeds(MethodCard card, Experiment experiment) {
        require(card, MethodCard.Need.FORGET_SET, !experiment.sets().forget().isEmpty(), "\"forget\"");
        require(card, MethodCard.Need.RETAIN_SET, !experiment.sets().retain().isEmpty(), "\"retain\"");
        require(card, MethodCard.Need.ALTERNATES, experiment.sets().alternates().isPresent(), "\"alternates\"");
    }

    private static void require(MethodCard card, MethodCard.Need need, boolean present, String key) {
        if (card.needs().contains(need) && !present) {
            throw new RunException(
                    "method \"%s\" needs the data set %s, but the recipe names none; set \"data\": {%s: {\"path\": ...}}"
                            .formatted(card.id(), key, key));
        }
    }
}

package org.palimpsest.engine.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.Methods;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.tensor.AdamW;

/** Fine-tuning turned round: the forget examples that the attacker holds stand in for the retain set. */
final class RelearningSession implements AttackSession {
    private static final String WHOLE = "forget.probability";
    private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.999, 1e-8, 0);

    private final DecoderModel attacked;
    private final Optional<DecoderModel> target;
    private final Map<String, Double> referenceSummary;
    private final ForgetSplit split;
    private final int every;
    private final UnlearningSession training;
    private final List<AttackStep> points = new ArrayList<>();
    private final RecoveryTrack track = new RecoveryTrack();

    RelearningSession(AttackContext context) {
        Settings settings = context.settings();
        attacked = context.model();
        target = context.target();
        referenceSummary = context.referenceSummary();
        split = ForgetSplit.of(context, settings.integer("samples"));
        every = settings.integer("every");
        training = training(context, split);
    }

    private static UnlearningSession training(AttackContext context, ForgetSplit split) {
        Settings settings = context.settings();
        int steps = settings.integer("steps");
        int batch = settings.integer("batch");
        LearningRate rate = new LearningRate(
                settings.number("learningRate"), LearningRate.Shape.CONSTANT, Math.max(1, steps / 10), steps);
        TrainingPlan plan = new TrainingPlan(steps, batch, batch, rate, OPTIMISER, 0, context.seed());
        TrainingSets sets = new TrainingSets(
                List.of(), split.seen(), Optional.empty(), context.sets().padId());
        UnlearningMethod fineTuning = Methods.byId("finetune");
        DecoderModel copy = context.model().copy();
        return fineTuning.open(new UnlearningContext(copy, copy, sets, plan, Settings.of(fineTuning.card(), Map.of())));
    }

    @Override
    public int points() {
        return (int) (1 + (training.totalSteps() + every - 1) / every);
    }

    @Override
    public boolean done() {
        return points.size() == points();
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.palimpsest.engine.method.NonFiniteLossException if the model cannot be trained, its loss being infinite or not
     *     a number
     */
    @Override
    public AttackStep advance() {
        if (done()) {
            throw new IllegalStateException("the attack is done: all " + points() + " points are measured");
        }
        if (points.isEmpty()) {
            return measure();
        }
        for (int i = 0; i < every && !training.done(); i++) {
            training.advance();
        }
        return measure();
    }

    private AttackStep measure() {
        DecoderModel model = training.model();
        double recovered = split.recoveredProbability(model);
        double seen = split.unseen().isEmpty() ? recovered : split.seenProbability(model);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(WHOLE, split.unseen().isEmpty() ? seen : split.whole(seen, recovered));
        values.put("forget.seen.probability", seen);
        if (!split.unseen().isEmpty()) {
            values.put("forget.unseen.probability", recovered);
        }
        if (points.isEmpty()) {
            target.ifPresent(known -> track.target(known == attacked ? recovered : split.recoveredProbability(known)));
        }
        track.add(training.step(), recovered);
        AttackStep point = new AttackStep(training.step(), "", values);
        points.add(point);
        return point;
    }

    @Override
    public Map<String, Double> summary() {
        Map<String, Double> summary = new LinkedHashMap<>();
        if (!points.isEmpty()) {
            summary.put(WHOLE + ".before", points.get(0).values().get(WHOLE));
            summary.put(WHOLE + ".after", points.get(points.size() - 1).values().get(WHOLE));
            track.summarise(summary, referenceSummary);
        }
        return summary;
    }

    @Override
    public void close() {
        training.close();
    }
}

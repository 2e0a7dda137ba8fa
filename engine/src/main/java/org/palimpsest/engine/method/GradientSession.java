package org.palimpsest.engine.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.data.BatchRows;
import org.palimpsest.engine.data.PairedBatches;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;

/** Steps any gradient method: draw a batch, add up gradients over micro-batches, clip, update. */
public final class GradientSession implements UnlearningSession {
    private final TrainingPlan plan;
    private final TrainingSets sets;
    private final PairedBatches batches;
    private final DecoderModel model;
    private final List<NDArray> parameters;
    private final NDManager home;
    private final FrozenReference reference;
    private final Objective objective;
    private final AdamW optimiser;
    private double peak;
    private long step;
    private long tokens;

    GradientSession(GradientMethod method, UnlearningContext context) {
        plan = context.plan();
        sets = context.sets();
        model = context.model();
        model.setTrainable(true);
        parameters = List.copyOf(model.parameters().values());
        home = Torch.newScope(model.device());
        reference = new FrozenReference(context.reference(), sets);
        objective = method.objective(model, reference, context.settings());
        optimiser = new AdamW(model.parameters(), model.device(), plan.optimiser());
        batches = batches(method.card(), sets, plan);
        peak = plan.learningRate().peak();
    }

    private static PairedBatches batches(MethodCard card, TrainingSets sets, TrainingPlan plan) {
        int alternates = card.needs().contains(MethodCard.Need.ALTERNATES)
                ? sets.alternates().map(Alternates::size).orElse(0)
                : 0;
        return card.needs().contains(MethodCard.Need.FORGET_SET)
                ? PairedBatches.paired(
                        plan.seed(),
                        plan.batch(),
                        sets.forget().size(),
                        sets.retain().size(),
                        alternates)
                : PairedBatches.single(plan.seed(), plan.batch(), sets.retain().size());
    }

    @Override
    public StepReport advance() {
        BatchRows rows = batches.batch(step);
        Map<String, Double> terms = new LinkedHashMap<>();
        try (NDManager scope = Scopes.child(home)) {
            int seen = accumulate(rows, terms);
            List<NDArray> gradients = Gradients.of(scope, parameters);
            double norm = Gradients.norm(scope, gradients);
            requireFinite(rows, terms, norm, gradients);
            if (plan.clip() > 0 && norm > plan.clip()) {
                Gradients.scale(scope, gradients, plan.clip() / (norm + 1e-6));
            }
            double rate = peak * plan.learningRate().share(step);
            optimiser.step(gradients, rate);
            Gradients.zero(scope, gradients);
            step++;
            tokens += seen;
            return new StepReport(step, terms, rate, norm, tokens);
        }
    }

    /**
     * The loss on given rows and the norm of its gradient, without a step.
     *
     * @return {@code loss}, the terms and {@code gradientNorm}
     */
    public Map<String, Double> lossOf(BatchRows rows) {
        Map<String, Double> terms = new LinkedHashMap<>(measure(MiniBatch.of(sets, rows), Gradients::backward));
        try (NDManager scope = Scopes.child(home)) {
            List<NDArray> gradients = Gradients.of(scope, parameters);
            terms.put("gradientNorm", Gradients.norm(scope, gradients));
            Gradients.zero(scope, gradients);
        }
        return terms;
    }

    /** The loss on given rows after the weights moved by {@code length} against their normalised gradient; the weights are put back. */
    double lossAfterStepOfLength(BatchRows rows, double length) {
        measure(MiniBatch.of(sets, rows), Gradients::backward);
        try (NDManager scope = Scopes.child(home)) {
            List<NDArray> gradients = Gradients.of(scope, parameters);
            Gradients.scale(scope, gradients, -length / Gradients.norm(scope, gradients));
            move(gradients, true);
            double loss = measure(MiniBatch.of(sets, rows), total -> {}).get("loss");
            move(gradients, false);
            Gradients.zero(scope, gradients);
            return loss;
        }
    }

    private void move(List<NDArray> by, boolean forward) {
        try (GradientMode off = GradientMode.off()) {
            for (int i = 0; i < by.size(); i++) {
                if (forward) {
                    parameters.get(i).addi(by.get(i));
                } else {
                    parameters.get(i).subi(by.get(i));
                }
            }
        }
    }

    /** Adds up gradients and terms over the micro-batches, which are parts of one mean; returns the supervised tokens. */
    private int accumulate(BatchRows rows, Map<String, Double> terms) {
        int seen = 0;
        for (MiniBatch part : MiniBatch.split(sets, rows, plan.microBatch())) {
            measure(part, Gradients::backward).forEach((name, value) -> terms.merge(name, value, Double::sum));
            seen += part.supervised();
        }
        return seen;
    }

    /**
     * Computes the loss on a part of a batch, recorded, and hands its total over.
     *
     * @return what the part adds to the loss of the whole batch and to its terms
     */
    private Map<String, Double> measure(MiniBatch part, Consumer<NDArray> total) {
        try (NDManager scope = Scopes.child(home);
                GradientMode recording = GradientMode.recording()) {
            Loss loss = objective.of(scope, part);
            NDArray sum = loss.total();
            total.accept(sum);
            return loss.values(sum);
        }
    }

    private void requireFinite(BatchRows rows, Map<String, Double> terms, double norm, List<NDArray> gradients) {
        try (NDManager scope = Scopes.child(home)) {
            // The total is none but the sum of its terms, so it is named only where all of them are finite.
            Optional<String> broken = terms.keySet().stream()
                    .sorted(Comparator.comparing("loss"::equals))
                    .filter(term -> !Double.isFinite(terms.get(term)))
                    .findFirst();
            if (broken.isPresent()) {
                Gradients.zero(scope, gradients);
                throw new NonFiniteLossException(broken.get(), terms.get(broken.get()), step + 1);
            }
            if (!Double.isFinite(norm)) {
                NonFiniteLossException failure = brokenGradient(rows, terms, norm, gradients);
                Gradients.zero(scope, gradients);
                throw failure;
            }
        }
    }

    /** Goes through the batch once more, term by term, to say whose gradient it is and in which weights. */
    private NonFiniteLossException brokenGradient(
            BatchRows rows, Map<String, Double> terms, double norm, List<NDArray> gradients) {
        try (NDManager scope = Scopes.child(home)) {
            for (String term : terms.keySet()) {
                Gradients.zero(scope, gradients);
                for (MiniBatch part : MiniBatch.split(sets, rows, plan.microBatch())) {
                    differentiate(part, term);
                }
                double alone = Gradients.norm(scope, gradients);
                if (!Double.isFinite(alone)) {
                    return NonFiniteLossException.gradient(term, alone, step + 1, brokenWeights(scope, gradients));
                }
            }
            return NonFiniteLossException.gradient("loss", norm, step + 1, List.of());
        }
    }

    private void differentiate(MiniBatch part, String term) {
        try (NDManager scope = Scopes.child(home);
                GradientMode recording = GradientMode.recording()) {
            objective.of(scope, part).weighted(term).ifPresent(Gradients::backward);
        }
    }

    private List<String> brokenWeights(NDManager scope, List<NDArray> gradients) {
        List<String> names = List.copyOf(model.parameters().keySet());
        return IntStream.range(0, names.size())
                .filter(i -> !Double.isFinite(Gradients.norm(scope, List.of(gradients.get(i)))))
                .mapToObj(names::get)
                .toList();
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public long totalSteps() {
        return plan.totalSteps();
    }

    @Override
    public DecoderModel model() {
        return model;
    }

    @Override
    public SessionState state() {
        return new SessionState(step, peak, tokens, model.parameters(), optimiser.state());
    }

    @Override
    public void restore(SessionState state) {
        requireWeights(state.weights());
        model.copyFrom(state.weights());
        if (!state.optimiser().isEmpty()) {
            optimiser.restore(state.optimiser());
        }
        step = state.step();
        tokens = state.tokens();
        peak = state.peakLearningRate();
    }

    private void requireWeights(Map<String, NDArray> saved) {
        model.parameters().forEach((name, array) -> {
            NDArray value = saved.get(name);
            if (value == null || !value.getShape().equals(array.getShape())) {
                throw new IllegalArgumentException("weight \"%s\" should have shape %s, but %s"
                        .formatted(name, array.getShape(), value == null ? "is missing" : "has " + value.getShape()));
            }
        });
        for (String name : saved.keySet()) {
            if (!model.parameters().containsKey(name)) {
                throw new IllegalArgumentException("the model has no weight \"%s\"".formatted(name));
            }
        }
    }

    @Override
    public double peakLearningRate() {
        return peak;
    }

    @Override
    public void setPeakLearningRate(double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("a learning rate must be a finite number of at least 0, but is " + rate);
        }
        peak = rate;
    }

    @Override
    public void close() {
        optimiser.close();
        reference.close();
        home.close();
        model.close();
    }
}

package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.objective.TokenLoss;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.text.EncodedExample;

/**
 * ⟨g_f, g_r⟩ / (‖g_f‖ ‖g_r‖) of the gradients of the mean negative log-likelihood of the supervised forget tokens and of the
 * retain tokens (Yu et al. 2020, arXiv 2001.06782, definition 1). Both raise the likelihood of their answers, so a method that
 * ascends on the forget set works against the retain set where the cosine is positive. Series: {@code gradient.cosine} over all
 * weights as a curve, {@code gradient.cosine.layers} by layer. NaN where a gradient is zero.
 */
@AutoService(Probe.class)
public final class GradientCosine implements Probe {
    private static final TorchFunction ADD_UP = ProbeFunctions.compile("add-up");
    private static final TorchFunction INNER_PRODUCTS = ProbeFunctions.compile("inner-products");

    @Override
    public ProbeCard card() {
        return Probes.card("gradient-cosine");
    }

    @Override
    public ProbeSession open(ProbeContext context) {
        WatchedSets sets = context.sets();
        int samples = context.settings().integer("samples");
        return new Session(
                batches(context.seed(), sets.forget(), samples, sets.padId()),
                batches(context.seed(), sets.retain(), samples, sets.padId()));
    }

    private static List<LabelledBatch> batches(long seed, List<EncodedExample> rows, int samples, int padId) {
        return SampleBatches.of(RowSample.of(seed, rows, samples), padId);
    }

    private record Session(List<LabelledBatch> forget, List<LabelledBatch> retain) implements ProbeSession {

        @Override
        public List<Observation> observe(DecoderModel now) {
            if (forget.isEmpty() || retain.isEmpty()) {
                return List.of();
            }
            List<String> names = List.copyOf(now.parameters().keySet());
            List<NDArray> parameters = List.copyOf(now.parameters().values());
            boolean trained = parameters.get(0).hasGradient();
            try (NDManager scope = Torch.newScope(now.device())) {
                now.setTrainable(true);
                List<NDArray> forgetting = gradient(scope, now, parameters, forget);
                List<NDArray> retaining = gradient(scope, now, parameters, retain);
                double[] products = products(scope, forgetting, retaining);
                List<Double> layers = IntStream.range(0, now.config().layers())
                        .mapToObj(layer -> cosine(products, i -> now.layerOf(names.get(i)) == layer))
                        .toList();
                return List.of(
                        new Observation.Value("gradient.cosine", Subject.UNLEARNED, cosine(products, i -> true)),
                        new Observation.Layers("gradient.cosine.layers", Subject.UNLEARNED, layers));
            } finally {
                now.setTrainable(trained);
            }
        }

        /** The gradient of the mean over all supervised tokens, in the parameters' order; the model's own gradients are not touched. */
        private static List<NDArray> gradient(
                NDManager scope, DecoderModel model, List<NDArray> parameters, List<LabelledBatch> batches) {
            int tokens = batches.stream().mapToInt(LabelledBatch::supervised).sum();
            List<NDArray> total = new ArrayList<>();
            for (LabelledBatch batch : batches) {
                try (NDManager pass = Scopes.child(scope)) {
                    List<NDArray> part = gradient(pass, model, parameters, batch, tokens);
                    if (total.isEmpty()) {
                        part.forEach(array -> array.attach(scope));
                        total.addAll(part);
                    } else {
                        try (GradientMode off = GradientMode.off()) {
                            ADD_UP.call(pass, total, part);
                        }
                    }
                }
            }
            return total;
        }

        private static List<NDArray> gradient(
                NDManager scope, DecoderModel model, List<NDArray> parameters, LabelledBatch batch, int tokens) {
            try (GradientMode recording = GradientMode.recording()) {
                AnswerLogits answers = AnswerLogits.of(scope, model, batch);
                NDArray sum = TokenLoss.perToken(scope, answers.logits(), answers.labels())
                        .sum();
                return Gradients.apart(scope, Gradients.scaled(sum, 1.0 / tokens), parameters);
            }
        }

        /** ⟨f, r⟩, ⟨f, f⟩ and ⟨r, r⟩ of each parameter, one after the other. */
        private static double[] products(NDManager scope, List<NDArray> forgetting, List<NDArray> retaining) {
            try (GradientMode off = GradientMode.off()) {
                return INNER_PRODUCTS.call(scope, forgetting, retaining).get(0).toDoubleArray();
            }
        }

        private static double cosine(double[] products, IntPredicate chosen) {
            double[] sums = new double[3];
            IntStream.range(0, products.length / 3).filter(chosen).forEach(i -> {
                for (int k = 0; k < 3; k++) {
                    sums[k] += products[3 * i + k];
                }
            });
            return sums[0] / Math.sqrt(sums[1] * sums[2]);
        }

        @Override
        public List<String> remarks() {
            return forget.isEmpty() || retain.isEmpty()
                    ? List.of("gradient-cosine needs a forget and a retain set with answers; it stays silent")
                    : List.of();
        }

        @Override
        public void close() {}
    }
}

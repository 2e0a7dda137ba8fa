package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;

/** The gradient of every weight matrix, vector and table, against differences of the loss along random directions. */
class FiniteDifferenceTest {
    private static final List<int[]> SEQUENCES = IntStream.of(12, 7)
            .mapToObj(length ->
                    new Random(length).ints(length, 0, TinyFolders.VOCABULARY).toArray())
            .toList();
    private static final LabelledBatch BATCH = LabelledBatch.of(SEQUENCES, SEQUENCES, 0);
    private static final int DIRECTIONS = 3;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void gradientsAreTheSlopesOfTheLoss(Architecture architecture) throws IOException {
        Path folder = TinyFolders.write(scratch.resolve("m"), TinyFolders.config(architecture));
        try (DecoderModel model = TinyFolders.model(folder)) {
            Map<String, float[]> gradients = gradients(model);
            Random random = new Random(5);
            for (String name : model.parameters().keySet()) {
                for (int i = 0; i < DIRECTIONS; i++) {
                    assertSlope(model, name, gradients.get(name), random);
                }
            }
        }
    }

    /** Moves one weight by ±h in a random direction; the step is chosen so that it changes the loss by about 3e-3. */
    private static void assertSlope(DecoderModel model, String name, float[] gradient, Random random) {
        double[] direction = random.doubles(gradient.length, -1, 1).toArray();
        float[] weight = model.parameters().get(name).toFloatArray();
        double slope = 0;
        double gradientSquare = 0;
        double weightSquare = 0;
        for (int i = 0; i < direction.length; i++) {
            slope += direction[i] * gradient[i];
            gradientSquare += (double) gradient[i] * gradient[i];
            weightSquare += (double) weight[i] * weight[i];
        }
        // The size of a slope in a random direction; entries of a direction have variance 1/3.
        double typical = Math.sqrt(gradientSquare / 3);
        // Small beside the weight, so that the loss is nearly linear; and some weights, as key biases, do not count at
        // all.
        double h = Math.min(3e-3 / Math.max(typical, 1e-12), 0.02 * Math.sqrt(weightSquare / weight.length));
        // Richardson's extrapolation removes the loss's third derivative along the direction.
        double difference = (4 * difference(model, name, direction, h / 2) - difference(model, name, direction, h)) / 3;
        assertThat(difference).as(name).isCloseTo(slope, within(0.01 * typical + 5e-7 / h));
    }

    private static double difference(DecoderModel model, String name, double[] direction, double h) {
        return (lossAt(model, name, direction, h) - lossAt(model, name, direction, -h)) / (2 * h);
    }

    private static double lossAt(DecoderModel model, String name, double[] direction, double h) {
        NDArray array = model.parameters().get(name);
        float[] before = array.toFloatArray();
        float[] moved = new float[before.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (before[i] + h * direction[i]);
        }
        set(model, name, moved, array.getShape());
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            return loss(AnswerLogits.of(scope, model, BATCH));
        } finally {
            set(model, name, before, array.getShape());
        }
    }

    private static void set(DecoderModel model, String name, float[] values, Shape shape) {
        try (NDManager scope = Torch.newScope(Device.cpu());
                GradientMode off = GradientMode.off()) {
            Map<String, NDArray> weights = new LinkedHashMap<>(model.parameters());
            weights.put(name, scope.create(values, shape));
            model.copyFrom(weights);
        }
    }

    /** Mean negative log-likelihood, summed in double precision. */
    private static double loss(AnswerLogits at) {
        float[] logits = at.logits().toFloatArray();
        long[] labels = at.labels().toLongArray();
        int vocabulary = logits.length / labels.length;
        double total = 0;
        for (int n = 0; n < labels.length; n++) {
            double sum = 0;
            for (int v = 0; v < vocabulary; v++) {
                sum += Math.exp(logits[n * vocabulary + v]);
            }
            total += Math.log(sum) - logits[n * vocabulary + (int) labels[n]];
        }
        return total / labels.length;
    }

    private static Map<String, float[]> gradients(DecoderModel model) {
        model.setTrainable(true);
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            try (GradientMode recording = GradientMode.recording()) {
                AnswerLogits at = AnswerLogits.of(scope, model, BATCH);
                NDArray own = at.logits().logSoftmax(-1).mul(at.labels().oneHot(TinyFolders.VOCABULARY));
                Gradients.backward(
                        Gradients.scaled(own.sum(), -1.0 / at.labels().size()));
            }
            model.parameters()
                    .forEach((name, array) -> gradients.put(
                            name, Gradients.of(scope, List.of(array)).get(0).toFloatArray()));
        }
        model.setTrainable(false);
        return gradients;
    }
}

package org.palimpsest.engine.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.method.FineTune;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Products;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.tensor.TorchFunction;

/**
 * How much of the machine's arithmetic a training step uses: 6 · parameters · tokens a second (forward 2, backward 4; Kaplan et al.
 * 2020, arXiv 2001.08361) over what a product of two matrices of 2048 · 2048 reaches in libtorch.
 */
final class TrainingStep implements Measurement {
    private static final int CUBE = 2048;

    private final Device device;

    TrainingStep(Device device) {
        this.device = device;
    }

    @Override
    public String task() {
        return "training step";
    }

    @Override
    public Figure take(int rounds) {
        try (DecoderModel frozen = Specimen.model(device);
                UnlearningSession session = Specimen.session(new FineTune(), frozen);
                NDManager scope = Torch.newScope(device);
                TorchFunction usual = Products.LIBTORCH.function();
                TorchFunction chosen = Products.of(device).function()) {
            NDArray a = scope.randomNormal(new Shape(CUBE, CUBE));
            NDArray b = scope.randomNormal(new Shape(CUBE, CUBE));
            double[] seconds = Turns.medians(
                    rounds, session::advance, () -> multiply(scope, usual, a, b), () -> multiply(scope, chosen, a, b));
            double tokens = Specimen.BATCH * Specimen.TIME / seconds[0];
            double step = 6 * frozen.parameterCount() * tokens;
            double cube = 2.0 * CUBE * CUBE * CUBE;
            Map<String, Double> parts = new LinkedHashMap<>();
            parts.put("parameters", (double) frozen.parameterCount());
            parts.put("stepSeconds", seconds[0]);
            parts.put("tokensPerSecond", tokens);
            parts.put("stepGigaflops", step / 1e9);
            parts.put("productGigaflops", cube / seconds[1] / 1e9);
            parts.put("chosenProductGigaflops", cube / seconds[2] / 1e9);
            parts.put("overChosenProduct", step / (cube / seconds[2]));
            return new Figure(
                    "training-step",
                    "arithmetic of a training step over that of libtorch's product of 2048-wide matrices",
                    step / (cube / seconds[1]),
                    0.75,
                    Figure.Direction.AT_LEAST,
                    parts);
        }
    }

    private static void multiply(NDManager parent, TorchFunction product, NDArray a, NDArray b) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Scopes.child(parent)) {
            // Reading a number waits for a device that computes beside the program.
            product.call(scope, a, b).get(0).getFloat(0, 0);
        }
    }
}

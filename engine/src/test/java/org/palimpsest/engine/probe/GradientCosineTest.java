package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.AnswerLogits;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.objective.TokenLoss;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

class GradientCosineTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void isTheCosineOfTheTwoGradients() {
        List<Observation> seen = Watching.firstLook(scene, "gradient-cosine", Map.of());
        assertThat(Watching.value(seen, "gradient.cosine", Subject.UNLEARNED))
                .isCloseTo(cosine(gradient(scene.forget()), gradient(scene.retain()), ""), within(1e-5));
    }

    @Test
    void isTakenByLayerToo() {
        List<Observation> seen = Watching.firstLook(scene, "gradient-cosine", Map.of("samples", 5));
        Map<String, float[]> forget = gradient(Watching.sample(scene.forget(), 5));
        Map<String, float[]> retain = gradient(Watching.sample(scene.retain(), 5));
        List<Double> layers = Watching.layers(seen, "gradient.cosine.layers", Subject.UNLEARNED);
        assertThat(layers).hasSize(2);
        assertThat(layers.get(0)).isCloseTo(cosine(forget, retain, "model.layers.0."), within(1e-5));
        assertThat(layers.get(1)).isCloseTo(cosine(forget, retain, "model.layers.1."), within(1e-5));
    }

    /** The retain loss along the two directions, by differences: their quotient is the cosine. */
    @Test
    void agreesWithFiniteDifferences() {
        List<Observation> seen = Watching.firstLook(scene, "gradient-cosine", Map.of());
        double alongForget = slopeOfRetainLoss(gradient(scene.forget()));
        double alongRetain = slopeOfRetainLoss(gradient(scene.retain()));
        assertThat(Watching.value(seen, "gradient.cosine", Subject.UNLEARNED))
                .isCloseTo(alongForget / alongRetain, within(2e-3));
    }

    @Test
    void leavesGradientsThatAreBeingAddedUp() {
        scene.now().setTrainable(true);
        Map<String, float[]> before = addedUp(scene.now(), scene.forget());
        Watching.firstLook(scene, "gradient-cosine", Map.of());
        try (NDManager scope = Torch.newScope(scene.now().device())) {
            scene.now().parameters().forEach((name, array) -> assertThat(
                            Gradients.of(scope, List.of(array)).get(0).toFloatArray())
                    .as(name)
                    .isEqualTo(before.get(name)));
        }
    }

    @Test
    void staysSilentWithoutARetainSetAndSaysSo() {
        ProbeContext with = Watching.context(scene, "gradient-cosine", Map.of());
        WatchedSets sets = new WatchedSets(scene.forget(), List.of(), List.of(), List.of(), Scene.PAD);
        ProbeContext without =
                new ProbeContext(with.target(), Optional.empty(), sets, with.encoder(), List.of(), with.settings(), 0);
        try (ProbeSession session = Probes.byId("gradient-cosine").open(without)) {
            assertThat(session.observe(scene.now())).isEmpty();
            assertThat(session.remarks()).hasSize(1);
        }
    }

    /** By a backward pass over all rows at once, on a copy. */
    private Map<String, float[]> gradient(List<EncodedExample> rows) {
        try (DecoderModel copy = scene.now().copy()) {
            copy.setTrainable(true);
            return addedUp(copy, rows);
        }
    }

    private static Map<String, float[]> addedUp(DecoderModel model, List<EncodedExample> rows) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        try (NDManager scope = Torch.newScope(model.device())) {
            try (GradientMode recording = GradientMode.recording()) {
                Gradients.backward(loss(scope, model, rows));
            }
            List<String> names = new ArrayList<>(model.parameters().keySet());
            List<NDArray> found =
                    Gradients.of(scope, List.copyOf(model.parameters().values()));
            for (int i = 0; i < names.size(); i++) {
                gradients.put(names.get(i), found.get(i).toFloatArray());
            }
        }
        return gradients;
    }

    private static NDArray loss(NDManager scope, DecoderModel model, List<EncodedExample> rows) {
        LabelledBatch batch = LabelledBatch.of(
                rows.stream().map(EncodedExample::ids).toList(),
                rows.stream().map(EncodedExample::labels).toList(),
                Scene.PAD);
        AnswerLogits answers = AnswerLogits.of(scope, model, batch);
        return TokenLoss.perToken(scope, answers.logits(), answers.labels()).mean();
    }

    private double slopeOfRetainLoss(Map<String, float[]> direction) {
        double length = Math.sqrt(dot(direction, direction, ""));
        double step = 1e-2;
        try (DecoderModel copy = scene.now().copy();
                NDManager scope = Torch.newScope(copy.device())) {
            double[] losses = new double[2];
            for (int side = 0; side < 2; side++) {
                Map<String, float[]> moved = Scene.weights(scene.now());
                double by = (side == 0 ? -step : step) / length;
                moved.forEach((name, row) -> {
                    for (int i = 0; i < row.length; i++) {
                        row[i] += (float) (by * direction.get(name)[i]);
                    }
                });
                Scene.set(copy, moved);
                losses[side] = loss(scope, copy, scene.retain()).getFloat();
            }
            return (losses[1] - losses[0]) / (2 * step);
        }
    }

    private static double cosine(Map<String, float[]> a, Map<String, float[]> b, String prefix) {
        return dot(a, b, prefix) / Math.sqrt(dot(a, a, prefix) * dot(b, b, prefix));
    }

    private static double dot(Map<String, float[]> a, Map<String, float[]> b, String prefix) {
        double sum = 0;
        for (String name : a.keySet().stream().filter(n -> n.startsWith(prefix)).toList()) {
            for (int i = 0; i < a.get(name).length; i++) {
                sum += (double) a.get(name)[i] * b.get(name)[i];
            }
        }
        return sum;
    }
}

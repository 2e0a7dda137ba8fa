package org.palimpsest.engine.probe;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.data.RowSample;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

/** Probes at work on a scene, and the plain way of computing what they compute. */
final class Watching {
    static final long SEED = 5;

    private Watching() {}

    static ProbeContext context(Scene scene, String probe, Map<String, Object> settings, String... prompts) {
        return new ProbeContext(
                scene.target(),
                Optional.of(scene.reference()),
                new WatchedSets(
                        scene.forget(), scene.retain(), scene.forgetQuestions(), scene.retainQuestions(), Scene.PAD),
                scene.encoder(),
                List.of(prompts),
                Settings.of(Probes.byId(probe).card(), settings),
                SEED);
    }

    static List<Observation> firstLook(Scene scene, String probe, Map<String, Object> settings, String... prompts) {
        try (ProbeSession session = Probes.byId(probe).open(context(scene, probe, settings, prompts))) {
            return session.observe(scene.now());
        }
    }

    static double value(List<Observation> seen, String series, Subject subject) {
        return seen.stream()
                .filter(Observation.Value.class::isInstance)
                .map(Observation.Value.class::cast)
                .filter(o -> o.series().equals(series) && o.subject() == subject)
                .mapToDouble(Observation.Value::value)
                .findFirst()
                .orElseThrow();
    }

    static List<Double> layers(List<Observation> seen, String series, Subject subject) {
        return seen.stream()
                .filter(Observation.Layers.class::isInstance)
                .map(Observation.Layers.class::cast)
                .filter(o -> o.series().equals(series) && o.subject() == subject)
                .map(Observation.Layers::values)
                .findFirst()
                .orElseThrow();
    }

    /** Rows of the sample in any order. */
    static <T> List<T> sample(List<T> rows, int count) {
        return Arrays.stream(RowSample.order(SEED, rows.size()))
                .limit(count)
                .mapToObj(rows::get)
                .toList();
    }

    /** Log-probabilities of the next token at every position of one sequence, computed alone and in double. */
    static double[][] logProbabilities(DecoderModel model, int[] ids) {
        try (NDManager scope = Torch.newScope(model.device())) {
            float[] logits = model.logits(scope, model.hidden(scope, TokenBatch.of(List.of(ids), 0), Taps.none()))
                    .toFloatArray();
            int vocabulary = model.config().vocabularySize();
            return IntStream.range(0, ids.length)
                    .mapToObj(t -> {
                        double[] row = IntStream.range(0, vocabulary)
                                .mapToDouble(v -> logits[t * vocabulary + v])
                                .toArray();
                        double sum = Arrays.stream(row).map(Math::exp).sum();
                        return Arrays.stream(row).map(x -> x - Math.log(sum)).toArray();
                    })
                    .toArray(double[][]::new);
        }
    }

    /** Mean loss of the supervised tokens of one example. */
    static double averageLoss(DecoderModel model, EncodedExample example) {
        double[][] logP = logProbabilities(model, example.ids());
        return IntStream.range(1, example.length())
                .filter(t -> example.labels()[t] != LabelledBatch.IGNORED)
                .mapToDouble(t -> -logP[t - 1][example.labels()[t]])
                .average()
                .orElseThrow();
    }
}

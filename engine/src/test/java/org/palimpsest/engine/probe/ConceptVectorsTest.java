package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.LabelledBatch;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

class ConceptVectorsTest {
    private static final int WIDTH = 16;
    private static final int INNER = 24;

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
    void theChosenColumnsWriteForgottenAnswersMoreThanOthers() {
        int[][] chosen = ConceptColumns.choose(
                scene.target(),
                SampleBatches.of(scene.forget(), Scene.PAD),
                SampleBatches.of(scene.retain(), Scene.PAD),
                5);
        assertThat(chosen[0]).containsExactly(expectedColumns(0, 5));
        assertThat(chosen[1]).containsExactly(expectedColumns(1, 5));
    }

    @Test
    void contributionsAreThoseOfTheDefinition() {
        double[][] found = ConceptColumns.contributions(scene.target(), SampleBatches.of(scene.forget(), Scene.PAD));
        assertThat(found[1]).containsExactly(contributions(1, scene.forget()), within(1e-5));
    }

    @Test
    void normChangeAndCosineFollowTheChosenColumns() {
        List<Observation> seen = Watching.firstLook(scene, "concept-vectors", Map.of("concepts", 3, "samples", 100));
        int[] columns = expectedColumns(1, 3);
        String down = scene.target().downProjection(1);
        double norm = 0;
        double relative = 0;
        double change = 0;
        double cosine = 0;
        for (int j : columns) {
            double[] before = column(scene.target(), down, j);
            double[] after = column(scene.now(), down, j);
            double[] moved = IntStream.range(0, WIDTH)
                    .mapToDouble(d -> after[d] - before[d])
                    .toArray();
            norm += norm(after) / 3;
            relative += norm(after) / norm(before) / 3;
            change += norm(moved) / norm(before) / 3;
            cosine += dot(before, after) / norm(before) / norm(after) / 3;
        }
        assertThat(last(seen, "concept.norm")).isCloseTo(norm, within(1e-9));
        assertThat(last(seen, "concept.relative-norm")).isCloseTo(relative, within(1e-9));
        assertThat(last(seen, "concept.change")).isCloseTo(change, within(1e-9));
        assertThat(last(seen, "concept.cosine")).isCloseTo(cosine, within(1e-9));
    }

    @Test
    void theTargetIsTheMeasure() {
        ProbeContext context = Watching.context(scene, "concept-vectors", Map.of());
        try (ProbeSession session = Probes.byId("concept-vectors").open(context)) {
            List<Observation> seen = session.observe(scene.target());
            assertThat(Watching.layers(seen, "concept.jaccard", Subject.UNLEARNED))
                    .containsOnly(1.0);
            assertThat(Watching.layers(seen, "concept.change", Subject.UNLEARNED))
                    .containsOnly(0.0);
            assertThat(Watching.layers(seen, "concept.norm", Subject.UNLEARNED))
                    .isEqualTo(Watching.layers(seen, "concept.norm", Subject.TARGET));
        }
    }

    private static double last(List<Observation> seen, String series) {
        return Watching.layers(seen, series, Subject.UNLEARNED).get(1);
    }

    private int[] expectedColumns(int layer, int count) {
        double[] forget = contributions(layer, scene.forget());
        double[] retain = contributions(layer, scene.retain());
        return IntStream.range(0, INNER)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> retain[j] - forget[j]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One sequence at a time, in plain sums. */
    private double[] contributions(int layer, List<EncodedExample> examples) {
        double[] sums = new double[INNER];
        float[] embedding = scene.target().parameters().get("lm_head.weight").toFloatArray();
        int positions = 0;
        for (EncodedExample example : examples) {
            float[] inner = inner(layer, example.ids());
            for (int t = 1; t < example.length(); t++) {
                if (example.labels()[t] == LabelledBatch.IGNORED) {
                    continue;
                }
                positions++;
                for (int j = 0; j < INNER; j++) {
                    double[] column = column(scene.target(), scene.target().downProjection(layer), j);
                    double reading = 0;
                    for (int d = 0; d < WIDTH; d++) {
                        reading += column[d] * embedding[example.labels()[t] * WIDTH + d];
                    }
                    sums[j] += Math.max(0, inner[(t - 1) * INNER + j] * reading);
                }
            }
        }
        int all = positions;
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    private float[] inner(int layer, int[] ids) {
        try (NDManager scope = Torch.newScope(scene.target().device())) {
            Taps taps = Taps.at(Taps.Place.MLP_INNER);
            scene.target().hidden(scope, TokenBatch.of(List.of(ids), Scene.PAD), taps);
            return taps.of(Taps.Place.MLP_INNER).get(layer).toFloatArray();
        }
    }

    private static double[] column(DecoderModel model, String down, int j) {
        float[] weight = model.parameters().get(down).toFloatArray();
        return IntStream.range(0, WIDTH).mapToDouble(d -> weight[d * INNER + j]).toArray();
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] v, double[] w) {
        return IntStream.range(0, v.length).mapToDouble(d -> v[d] * w[d]).sum();
    }
}

package org.palimpsest.engine.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.data.BatchRows;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Taps;
import org.palimpsest.engine.model.TokenBatch;
import org.palimpsest.engine.tensor.GradientMode;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

/** The divergence on the retain set, against sums in double precision over each row by itself. */
class RetainKlTest {
    private static final BatchRows ROWS = new BatchRows(new int[] {0, 1, 2}, new int[] {1, 4, 6}, new int[] {});

    @TempDir
    Path scratch;

    private TrainingScene scene;

    @BeforeEach
    void prepare() throws IOException {
        scene = TrainingScene.in(scratch);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theMeanRunsOverEveryPositionThatIsNotPadding() {
        double sum = 0;
        int positions = 0;
        for (int row : ROWS.retain()) {
            EncodedExample example = scene.sets().retain().get(row);
            sum += divergence(example.ids(), example.length());
            positions += example.length();
        }
        // The logarithms of a softmax in float32 are off by 1e-7 of their size.
        assertThat(retain("ga-kl", "real")).isCloseTo(sum / positions, within(1e-5 * sum / positions));
        assertThat(retain("npo-kl", "real")).isCloseTo(sum / positions, within(1e-5 * sum / positions));
    }

    @Test
    void paddedTheMeanRunsOverTheRectangleOfTheBatch() {
        double real = retain("ga-kl", "real");
        double padded = retain("ga-kl", "padded");
        assertThat(padded).isNotCloseTo(real, within(1e-3 * real));
    }

    private double retain(String method, String positions) {
        try (GradientSession session =
                (GradientSession) scene.open(method, Map.of("klPositions", positions), TrainingScene.BATCH)) {
            return session.lossOf(ROWS).get("retain");
        }
    }

    /** Σ_t KL(target ‖ now) over one sequence without padding. */
    private double divergence(int[] ids, int length) {
        float[] frozen = logits(scene.scene().target(), ids);
        float[] now = logits(scene.scene().now(), ids);
        int vocabulary = frozen.length / length;
        double sum = 0;
        for (int t = 0; t < length; t++) {
            double[] p = logSoftmax(frozen, t * vocabulary, vocabulary);
            double[] q = logSoftmax(now, t * vocabulary, vocabulary);
            for (int v = 0; v < vocabulary; v++) {
                sum += Math.exp(p[v]) * (p[v] - q[v]);
            }
        }
        return sum;
    }

    private static float[] logits(DecoderModel model, int[] ids) {
        try (GradientMode off = GradientMode.off();
                NDManager scope = Torch.newScope(model.device())) {
            TokenBatch alone = TokenBatch.of(List.of(ids), Scene.PAD);
            return model.logits(
                            scope,
                            model.hidden(scope, alone, Taps.none())
                                    .reshape(-1, model.config().hiddenSize()))
                    .toFloatArray();
        }
    }

    private static double[] logSoftmax(float[] logits, int from, int count) {
        double sum = 0;
        for (int v = 0; v < count; v++) {
            sum += Math.exp(logits[from + v]);
        }
        double[] log = new double[count];
        for (int v = 0; v < count; v++) {
            log[v] = logits[from + v] - Math.log(sum);
        }
        return log;
    }
}

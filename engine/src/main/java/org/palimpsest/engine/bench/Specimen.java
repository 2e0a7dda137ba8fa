package org.palimpsest.engine.bench;

import ai.djl.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.GradientMethod;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.model.DecoderConfig;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Dimensions;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.text.EncodedExample;

/** The decoder that all figures are taken of, with random weights, and random rows for it: 256 wide, 6 layers, 5.9 million parameters. */
final class Specimen {
    static final int VOCABULARY = 4096;
    static final int BATCH = 8;
    /** Positions of a row that something is computed for. */
    static final int TIME = 128;

    private static final int HEADS = 8;
    private static final int WIDTH = 256;
    private static final int ROWS = 64;

    private Specimen() {}

    static DecoderModel model(Device device) {
        Dimensions dimensions = Dimensions.of(VOCABULARY, WIDTH, 6, HEADS, HEADS, 704, 512);
        return DecoderModel.fresh(DecoderConfig.llama(dimensions, true), device, new Random(1));
    }

    /** Random token ids. */
    static int[] ids(int length, long seed) {
        return new Random(seed).ints(length, 0, VOCABULARY).toArray();
    }

    /** Opens a method on a copy of a model, {@link #BATCH} rows of {@link #TIME} predicted tokens a step. */
    static UnlearningSession session(GradientMethod method, DecoderModel frozen) {
        TrainingPlan plan = new TrainingPlan(
                Integer.MAX_VALUE,
                BATCH,
                BATCH,
                new LearningRate(1e-5, LearningRate.Shape.CONSTANT, 0, Integer.MAX_VALUE),
                new AdamW.Settings(0.9, 0.999, 1e-8, 0.01),
                1,
                1);
        TrainingSets sets = new TrainingSets(rows(1), rows(1 + ROWS), Optional.empty(), 0);
        Settings settings = Settings.of(method.card(), Map.of());
        return method.open(new UnlearningContext(frozen.copy(), frozen, sets, plan, settings));
    }

    private static List<EncodedExample> rows(long seed) {
        return IntStream.range(0, ROWS).mapToObj(row -> row(seed + row)).toList();
    }

    /** A text with one token more than is computed for: the last is only predicted. */
    private static EncodedExample row(long seed) {
        int[] ids = ids(TIME + 1, seed);
        int[] labels = ids.clone();
        labels[0] = EncodedExample.IGNORED;
        return new EncodedExample(ids, labels, 0);
    }
}

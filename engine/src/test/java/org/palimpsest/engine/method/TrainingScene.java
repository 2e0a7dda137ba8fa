package org.palimpsest.engine.method;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.testdata.Scene;
import org.palimpsest.engine.text.EncodedExample;

/** Sessions of any method on a small model, with rows whose answers differ in length by up to twenty times. */
record TrainingScene(Scene scene, TrainingSets sets) implements AutoCloseable {
    static final int BATCH = 8;

    static TrainingScene in(Path folder) throws IOException {
        Scene scene = Scene.in(folder);
        List<String> questions = IntStream.range(0, BATCH)
                .mapToObj(i -> "Who%s is %d?".formatted(" then".repeat(i % 3), i))
                .toList();
        List<String> refusals = List.of("No.", "I do not know who that would be.", "Nobody here can say.");
        Alternates alternates = new Alternates.Refusals(
                refusals.size(), (row, refusal) -> scene.encoder().encode(questions.get(row), refusals.get(refusal)));
        return new TrainingScene(
                scene,
                new TrainingSets(
                        rows(scene, questions, 3, "He"),
                        rows(scene, questions, 5, "It"),
                        Optional.of(alternates),
                        Scene.PAD));
    }

    /** Answers of 1 to 8 words; {@code stride} decides their order and is prime to 8. */
    private static List<EncodedExample> rows(Scene scene, List<String> questions, int stride, String first) {
        return IntStream.range(0, BATCH)
                .mapToObj(
                        i -> scene.encoder().encode(questions.get(i), first + " and so on".repeat(i * stride % BATCH)))
                .toList();
    }

    UnlearningSession open(String method, Map<String, Object> settings, int microBatch) {
        UnlearningMethod chosen = Methods.byId(method);
        TrainingPlan plan = new TrainingPlan(
                3,
                BATCH,
                microBatch,
                new LearningRate(1e-3, LearningRate.Shape.CONSTANT, 0, 3),
                new AdamW.Settings(0.9, 0.999, 1e-8, 0),
                0,
                0);
        return chosen.open(new UnlearningContext(
                scene.now().copy(), scene.target(), sets, plan, Settings.of(chosen.card(), settings)));
    }

    @Override
    public void close() {
        scene.close();
    }
}

package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.testdata.Scene;

class WeightChangeTest {
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
    void isTheDistanceRelativeToTheTargetsNorm() {
        List<Observation> seen = Watching.firstLook(scene, "weight-change", Map.of());
        List<Double> layers = Watching.layers(seen, "weight.change", Subject.UNLEARNED);
        assertThat(layers).hasSize(2);
        assertThat(layers.get(0)).isCloseTo(change("model.layers.0."), within(1e-6));
        assertThat(layers.get(1)).isCloseTo(change("model.layers.1."), within(1e-6));
    }

    @Test
    void tellsWhatLiesAroundTheLayersApart() {
        List<Observation> seen = Watching.firstLook(scene, "weight-change", Map.of());
        assertThat(Watching.value(seen, "weight.change.embeddings", Subject.UNLEARNED))
                .isCloseTo(change("model.embed_tokens"), within(1e-6));
        assertThat(Watching.value(seen, "weight.change.final-norm", Subject.UNLEARNED))
                .isCloseTo(change("model.norm"), within(1e-6));
        assertThat(Watching.value(seen, "weight.change.head", Subject.UNLEARNED))
                .isCloseTo(change("lm_head"), within(1e-6));
    }

    @Test
    void isZeroForTheTarget() {
        try (ProbeSession session =
                Probes.byId("weight-change").open(Watching.context(scene, "weight-change", Map.of()))) {
            List<Observation> seen = session.observe(scene.target());
            assertThat(Watching.layers(seen, "weight.change", Subject.UNLEARNED))
                    .containsOnly(0.0);
        }
    }

    private double change(String prefix) {
        Map<String, float[]> before = Scene.weights(scene.target());
        Map<String, float[]> after = Scene.weights(scene.now());
        double moved = 0;
        double size = 0;
        for (String name :
                before.keySet().stream().filter(n -> n.startsWith(prefix)).toList()) {
            for (int i = 0; i < before.get(name).length; i++) {
                moved += Math.pow((double) after.get(name)[i] - before.get(name)[i], 2);
                size += Math.pow(before.get(name)[i], 2);
            }
        }
        return Math.sqrt(moved / size);
    }
}

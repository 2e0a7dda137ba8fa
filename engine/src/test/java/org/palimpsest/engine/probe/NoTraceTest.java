package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.method.LearningRate;
import org.palimpsest.engine.method.Methods;
import org.palimpsest.engine.method.TrainingPlan;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.method.UnlearningContext;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.method.UnlearningSession;
import org.palimpsest.engine.tensor.AdamW;
import org.palimpsest.engine.tensor.Gradients;
import org.palimpsest.engine.tensor.Scopes;
import org.palimpsest.engine.tensor.Torch;
import org.palimpsest.engine.testdata.Scene;

/** A watched run is the unwatched one, to the last bit. */
class NoTraceTest {
    @TempDir
    Path folder;

    private Scene scene;

    static Stream<String> probes() {
        return Catalogue.probes().stream().map(ProbeCard::id);
    }

    @BeforeEach
    void open() throws IOException {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void weightsStayTheSameBits(String probe) {
        Map<String, float[]> now = Scene.weights(scene.now());
        Map<String, float[]> target = Scene.weights(scene.target());
        Watching.firstLook(scene, probe, Map.of());
        Scene.weights(scene.now()).forEach((name, row) -> assertThat(row).isEqualTo(now.get(name)));
        Scene.weights(scene.target()).forEach((name, row) -> assertThat(row).isEqualTo(target.get(name)));
    }

    @ParameterizedTest
    @MethodSource("probes")
    void gradientsStayZero(String probe) {
        scene.now().setTrainable(true);
        Watching.firstLook(scene, probe, Map.of());
        List<NDArray> parameters = List.copyOf(scene.now().parameters().values());
        try (NDManager scope = Torch.newScope(scene.now().device())) {
            assertThat(parameters).allMatch(NDArray::hasGradient);
            assertThat(Gradients.norm(scope, Gradients.of(scope, parameters))).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void aModelThatIsNotTrainedStaysSo(String probe) {
        Watching.firstLook(scene, probe, Map.of());
        assertThat(scene.now().parameters().values()).noneMatch(NDArray::hasGradient);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void nothingStaysInNativeMemory(String probe) {
        Watching.firstLook(scene, probe, Map.of());
        long before = Scopes.liveArrays();
        try (ProbeSession session = Probes.byId(probe).open(Watching.context(scene, probe, Map.of()))) {
            session.observe(scene.now());
            long afterOne = Scopes.liveArrays();
            session.observe(scene.now());
            assertThat(Scopes.liveArrays()).isEqualTo(afterOne);
        }
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void theSameLookGivesTheSameBits(String probe) {
        assertThat(Watching.firstLook(scene, probe, Map.of()))
                .isNotEmpty()
                .isEqualTo(Watching.firstLook(scene, probe, Map.of()));
    }

    @Test
    void aWatchedRunTakesTheStepsOfAnUnwatchedOne() {
        Map<String, float[]> unwatched = afterThreeSteps(List.of());
        Map<String, float[]> watched = afterThreeSteps(probes().toList());
        assertThat(watched.keySet()).isEqualTo(unwatched.keySet());
        watched.forEach((name, row) -> assertThat(row).as(name).isEqualTo(unwatched.get(name)));
    }

    /** Weights and optimiser state of a small run that probes look at before each step. */
    private Map<String, float[]> afterThreeSteps(List<String> probes) {
        UnlearningMethod method = Methods.byId("graddiff");
        TrainingPlan plan = new TrainingPlan(
                3,
                4,
                2,
                new LearningRate(1e-2, LearningRate.Shape.CONSTANT, 0, 3),
                new AdamW.Settings(0.9, 0.999, 1e-8, 0.01),
                1,
                7);
        TrainingSets sets = new TrainingSets(scene.forget(), scene.retain(), Optional.empty(), Scene.PAD);
        List<ProbeSession> watching = probes.stream()
                .map(probe -> Probes.byId(probe).open(Watching.context(scene, probe, Map.of())))
                .toList();
        try (UnlearningSession run = method.open(new UnlearningContext(
                scene.target().copy(), scene.target(), sets, plan, Settings.of(method.card(), Map.of())))) {
            while (!run.done()) {
                watching.forEach(probe -> probe.observe(run.model()));
                run.advance();
            }
            Map<String, float[]> state = new LinkedHashMap<>(Scene.weights(run.model()));
            run.state().optimiser().forEach((name, array) -> state.put(name, array.toFloatArray()));
            return state;
        } finally {
            watching.forEach(ProbeSession::close);
        }
    }
}

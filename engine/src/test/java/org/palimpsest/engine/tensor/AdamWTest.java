package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamWTest {
    private NDManager scope;

    @BeforeEach
    void openScope() {
        scope = Torch.newScope(Device.cpu());
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.999, 1e-8, 0", "0.9, 0.999, 1e-8, 0.01", "0.8, 0.95, 1e-6, 0.1"})
    void takesTheStepsOfTheAlgorithm(double beta1, double beta2, double epsilon, double weightDecay) {
        AdamW.Settings settings = new AdamW.Settings(beta1, beta2, epsilon, weightDecay);
        Random random = new Random(7);
        float[] start = normal(random, 60, 1);
        Doubles expected = new Doubles(start);
        NDArray parameter = scope.create(start, new Shape(12, 5));
        try (AdamW adam = new AdamW(Map.of("w", parameter), Device.cpu(), settings)) {
            for (int t = 1; t <= 12; t++) {
                float[] gradient = normal(random, 60, Math.pow(10, random.nextInt(4) - 3));
                double rate = 0.01 / t;
                adam.step(List.of(scope.create(gradient, new Shape(12, 5))), rate);
                expected.step(gradient, rate, settings, t);
            }
        }
        float[] found = parameter.toFloatArray();
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected.theta[i], within(1e-6));
        }
    }

    @Test
    void aRestoredStateTakesTheVerySameSteps() {
        Random random = new Random(3);
        Map<String, NDArray> parameters = parameters(random);
        AdamW.Settings settings = new AdamW.Settings(0.9, 0.999, 1e-8, 0.01);
        try (AdamW first = new AdamW(parameters, Device.cpu(), settings)) {
            for (int t = 0; t < 5; t++) {
                first.step(gradients(random), 1e-2);
            }
            Map<String, NDArray> copies = new LinkedHashMap<>();
            parameters.forEach((name, array) -> copies.put(name, array.duplicate()));
            try (AdamW second = new AdamW(copies, Device.cpu(), settings)) {
                second.restore(first.state());
                for (int t = 0; t < 5; t++) {
                    List<NDArray> gradients = gradients(random);
                    first.step(gradients, 1e-3);
                    second.step(gradients, 1e-3);
                }
                parameters.forEach((name, array) ->
                        assertThat(copies.get(name).toFloatArray()).isEqualTo(array.toFloatArray()));
                first.state().forEach((name, array) -> assertThat(
                                second.state().get(name).toFloatArray())
                        .isEqualTo(array.toFloatArray()));
            }
        }
    }

    @Test
    void theStateNamesMomentsAndCountOfEveryParameter() {
        Map<String, NDArray> parameters = parameters(new Random(1));
        try (AdamW adam = new AdamW(parameters, Device.cpu(), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            adam.step(gradients(new Random(2)), 1e-3);
            adam.step(gradients(new Random(2)), 1e-3);
            assertThat(adam.state()).containsOnlyKeys("m.a", "v.a", "t.a", "m.b", "v.b", "t.b");
            assertThat(adam.state().get("t.b").getFloat()).isEqualTo(2);
        }
    }

    @Test
    void anIncompleteStateIsRefused() {
        try (AdamW adam = new AdamW(parameters(new Random(1)), Device.cpu(), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            Map<String, NDArray> state = new LinkedHashMap<>(adam.state());
            state.remove("v.b");
            assertThatThrownBy(() -> adam.restore(state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("optimiser state \"v.b\" should have shape (4), but is missing");
        }
    }

    @Test
    void aRefusedStateChangesNothing() {
        try (AdamW adam = new AdamW(parameters(new Random(1)), Device.cpu(), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            Map<String, NDArray> state = new LinkedHashMap<>(adam.state());
            state.put("m.a", scope.ones(new Shape(2, 3)));
            state.put("v.b", scope.ones(new Shape(5)));
            assertThatThrownBy(() -> adam.restore(state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("optimiser state \"v.b\" should have shape (4), but has (5)");
            assertThat(adam.state().get("m.a").toFloatArray()).containsOnly(0);
        }
    }

    /** The algorithm in double precision, as it is written down. */
    private static final class Doubles {
        final double[] theta;
        final double[] m;
        final double[] v;

        Doubles(float[] start) {
            theta = new double[start.length];
            m = new double[start.length];
            v = new double[start.length];
            for (int i = 0; i < start.length; i++) {
                theta[i] = start[i];
            }
        }

        void step(float[] gradient, double rate, AdamW.Settings s, int t) {
            for (int i = 0; i < theta.length; i++) {
                m[i] = s.beta1() * m[i] + (1 - s.beta1()) * gradient[i];
                v[i] = s.beta2() * v[i] + (1 - s.beta2()) * gradient[i] * gradient[i];
                double mHat = m[i] / (1 - Math.pow(s.beta1(), t));
                double vHat = v[i] / (1 - Math.pow(s.beta2(), t));
                theta[i] -= rate * (mHat / (Math.sqrt(vHat) + s.epsilon()) + s.weightDecay() * theta[i]);
            }
        }
    }

    private Map<String, NDArray> parameters(Random random) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("a", scope.create(normal(random, 6, 1), new Shape(2, 3)));
        parameters.put("b", scope.create(normal(random, 4, 1)));
        return parameters;
    }

    private List<NDArray> gradients(Random random) {
        return List.of(scope.create(normal(random, 6, 0.1), new Shape(2, 3)), scope.create(normal(random, 4, 0.1)));
    }

    private static float[] normal(Random random, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }
}

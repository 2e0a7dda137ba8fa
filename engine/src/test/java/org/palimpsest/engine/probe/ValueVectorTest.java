package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.tensor.Torch;

/** A worked example: six tokens in three dimensions, a vector before and after. */
class ValueVectorTest {
    private static final float[] EMBEDDING = {
        1, 0, 0, .9f, .1f, 0, 0, 1, 0, 0, .8f, .2f, 0, 0, 1, .1f, 0, .9f,
    };

    private final NDManager scope = Torch.newScope(Device.cpu());

    private List<ValueVector> read() {
        NDArray vectors = scope.create(new float[] {1, .2f, 0, .2f, 1, 0}, new Shape(2, 3));
        return ValueVectors.read(scope, vectors, scope.create(EMBEDDING, new Shape(6, 3)), 3);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void theTopTokensAreThoseOfTheLargestProjections() {
        assertThat(read().get(0).topTokens()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(read().get(1).topTokens()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void halfOfTheTokensAreShared() {
        assertThat(read().get(0).jaccard(read().get(1))).isEqualTo(0.5);
    }

    @Test
    void theCosineIsThatOfTheWorkedExample() {
        assertThat(read().get(0).cosine(read().get(1))).isCloseTo(0.384615, within(1e-6));
    }

    @Test
    void theDistanceIsThatOfTheWorkedExample() {
        assertThat(read().get(0).distance(read().get(1))).isCloseTo(1.131371, within(1e-6));
    }

    @Test
    void noMoreTokensAreListedThanThereAre() {
        NDArray vectors = scope.create(new float[] {1, .2f, 0}, new Shape(1, 3));
        List<ValueVector> all = ValueVectors.read(scope, vectors, scope.create(EMBEDDING, new Shape(6, 3)), 200);
        assertThat(all.get(0).topTokens()).hasSize(6);
    }
}

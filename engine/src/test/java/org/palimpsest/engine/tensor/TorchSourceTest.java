package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TorchSourceTest {
    private static final TorchSource SOURCE = TorchSource.of(TorchSourceTest.class, "sample.torch");

    @Test
    void placeholdersAreFilledIn() {
        assertThat(SOURCE.section("scaled", Map.of("factor", 2.5))).contains("torch.mul(x, 2.5)");
    }

    @Test
    void commentsAreNoPartOfASection() {
        assertThat(SOURCE.section("scaled", Map.of("factor", 1))).doesNotContain("A comment");
    }

    @Test
    void aSectionRunsAsAFunction() {
        try (TorchFunction scaled = SOURCE.function("scaled", Map.of("factor", 3.));
                NDManager scope = Torch.newScope(Device.cpu())) {
            assertThat(scaled.call(scope, scope.create(2f)).get(0).getFloat()).isEqualTo(6);
        }
    }

    @Test
    void aMissingSectionIsNamedBesideThoseThatExist() {
        assertThatThrownBy(() -> SOURCE.section("scale", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample.torch has no section scale; it has [scaled, broken]");
    }

    @Test
    void aPlaceholderWithoutValueIsNamed() {
        assertThatThrownBy(() -> SOURCE.section("scaled", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("section scaled needs a value for factor");
    }

    @Test
    void aMissingResourceIsNamed() {
        assertThatThrownBy(() -> TorchSource.of(TorchSourceTest.class, "absent.torch"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no text resource absent.torch beside " + TorchSourceTest.class.getName());
    }

    @Test
    void sourceThatDoesNotCompileIsRefusedWithItsLine() {
        assertThatThrownBy(() -> SOURCE.function("broken", Map.of()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("torch.no_such_operator(x)");
    }
}

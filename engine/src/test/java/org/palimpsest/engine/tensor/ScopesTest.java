package org.palimpsest.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void arraysOfOpenScopesAreCounted() {
        long before = Scopes.liveArrays();
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            scope.create(1f);
            scope.create(2f);
            try (NDManager inner = Scopes.child(scope)) {
                inner.create(3f);
                assertThat(Scopes.liveArrays() - before).isEqualTo(3);
            }
            assertThat(Scopes.liveArrays() - before).isEqualTo(2);
        }
        assertThat(Scopes.liveArrays()).isEqualTo(before);
    }

    @Test
    void aClosedArrayIsNotCounted() {
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            long before = Scopes.liveArrays();
            scope.create(1f).close();
            assertThat(Scopes.liveArrays()).isEqualTo(before);
        }
    }

    @Test
    void aScopeClosesWithItsParent() {
        NDManager parent = Torch.newScope(Device.cpu());
        NDManager child = Scopes.child(parent);
        parent.close();
        assertThat(child.isOpen()).isFalse();
    }

    @Test
    void aFunctionLeavesOnlyItsResultsBehind() {
        try (NDManager scope = Torch.newScope(Device.cpu());
                TorchFunction twice = TorchFunction.compile("""
                        def forward(self: __torch__.M, x: Tensor) -> Tensor:
                          return torch.add(x, x)
                        """)) {
            var x = scope.create(1f);
            long before = Scopes.liveArrays();
            for (int i = 0; i < 10; i++) {
                twice.call(scope, x).close();
            }
            assertThat(Scopes.liveArrays()).isEqualTo(before);
        }
    }
}

package org.palimpsest.engine.objective;

import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** The compiled sections of {@code losses.torch}. */
final class Losses {
    private static final TorchSource SOURCE = TorchSource.of(Losses.class, "losses.torch");

    private Losses() {}

    static TorchFunction compile(String section) {
        return compile(section, Map.of());
    }

    static TorchFunction compile(String section, Map<String, ?> settings) {
        return SOURCE.function(section, settings);
    }
}

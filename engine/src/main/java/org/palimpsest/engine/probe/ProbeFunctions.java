package org.palimpsest.engine.probe;

import java.util.Map;
import org.palimpsest.engine.tensor.TorchFunction;
import org.palimpsest.engine.tensor.TorchSource;

/** The text resource {@code probe.torch}. */
final class ProbeFunctions {
    private static final TorchSource SOURCE = TorchSource.of(ProbeFunctions.class, "probe.torch");

    private ProbeFunctions() {}

    static TorchFunction compile(String section) {
        return compile(section, Map.of());
    }

    static TorchFunction compile(String section, Map<String, ?> values) {
        return SOURCE.function(section, values);
    }
}

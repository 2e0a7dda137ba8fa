package org.palimpsest.engine.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unmodifiable copies of maps that keep their order, so that the same event always gives the same line. */
final class InOrder {
    private InOrder() {}

    /** A copy in the same order; null, as an older log may have it, counts as empty. */
    static <V> Map<String, V> copy(Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}

package org.palimpsest.engine.fuzz;

import java.util.List;
import java.util.Random;

/** Choices of a suite. */
final class Draw {
    private Draw() {}

    static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    static <T> T one(Random random, T... from) {
        return from[random.nextInt(from.length)];
    }
}

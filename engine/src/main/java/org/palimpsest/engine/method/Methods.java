package org.palimpsest.engine.method;

import java.util.ServiceLoader;

/** Finds methods by the ids of their cards. */
public final class Methods {
    private Methods() {}

    /** @throws IllegalArgumentException if no method has this id */
    public static UnlearningMethod byId(String id) {
        for (UnlearningMethod method : ServiceLoader.load(UnlearningMethod.class)) {
            if (method.card().id().equals(id)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no method is named \"%s\"".formatted(id));
    }
}

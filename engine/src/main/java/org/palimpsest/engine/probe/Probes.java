package org.palimpsest.engine.probe;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.ProbeCard;

/** Finds probes by the ids of their cards. */
public final class Probes {
    private Probes() {}

    /** @throws IllegalArgumentException if no probe has this id */
    public static Probe byId(String id) {
        ServiceLoader<Probe> probes = ServiceLoader.load(Probe.class);
        for (Probe probe : probes) {
            if (probe.card().id().equals(id)) {
                return probe;
            }
        }
        String known = probes.stream()
                .map(provider -> provider.get().card().id())
                .sorted()
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("no probe is named \"%s\"; there are %s".formatted(id, known));
    }

    /** @throws IllegalStateException if there is no card with this id */
    static ProbeCard card(String id) {
        return Catalogue.probe(id).orElseThrow(() -> new IllegalStateException("probe " + id + " has no card"));
    }
}

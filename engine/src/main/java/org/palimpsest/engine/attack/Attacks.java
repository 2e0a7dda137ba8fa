package org.palimpsest.engine.attack;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Catalogue;

/** Finds attacks by the ids of their cards. */
public final class Attacks {
    private Attacks() {}

    /** @throws IllegalArgumentException if no attack has this id */
    public static Attack byId(String id) {
        ServiceLoader<Attack> attacks = ServiceLoader.load(Attack.class);
        for (Attack attack : attacks) {
            if (attack.card().id().equals(id)) {
                return attack;
            }
        }
        String known = attacks.stream()
                .map(provider -> provider.get().card().id())
                .sorted()
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("no attack is named \"%s\"; there are %s".formatted(id, known));
    }

    /** @throws IllegalStateException if there is no card with this id */
    static AttackCard card(String id) {
        return Catalogue.attack(id).orElseThrow(() -> new IllegalStateException("attack " + id + " has no card"));
    }
}

package org.palimpsest.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.Catalogue;

class ProbesTest {

    @Test
    void everyCardHasItsProbe() {
        assertThat(Catalogue.probes())
                .allMatch(card -> Probes.byId(card.id()).card().equals(card));
    }

    @Test
    void anUnknownProbeIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Probes.byId("telepathy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("telepathy", "answer-probability", "weight-change");
    }
}

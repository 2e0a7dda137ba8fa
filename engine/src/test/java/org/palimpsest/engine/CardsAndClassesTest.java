package org.palimpsest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.attack.Attack;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.evaluate.Metric;
import org.palimpsest.engine.method.UnlearningMethod;
import org.palimpsest.engine.probe.Probe;

/** What a card offers exists, and what exists has a card. */
class CardsAndClassesTest {

    @Test
    void methods() {
        assertThat(cards(UnlearningMethod.class, UnlearningMethod::card))
                .containsExactlyInAnyOrderElementsOf(Catalogue.methods());
    }

    @Test
    void metrics() {
        assertThat(cards(Metric.class, Metric::card)).containsExactlyInAnyOrderElementsOf(Catalogue.metrics());
    }

    @Test
    void probes() {
        assertThat(cards(Probe.class, Probe::card)).containsExactlyInAnyOrderElementsOf(Catalogue.probes());
    }

    @Test
    void attacks() {
        assertThat(cards(Attack.class, Attack::card)).containsExactlyInAnyOrderElementsOf(Catalogue.attacks());
    }

    private static <S> List<Card> cards(Class<S> service, Function<S, ? extends Card> card) {
        Stream<S> found = ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get);
        return found.<Card>map(card).toList();
    }
}

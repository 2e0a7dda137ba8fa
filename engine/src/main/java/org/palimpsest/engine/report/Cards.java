package org.palimpsest.engine.report;

import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.ProbeCard;

/** The cards that give numbers their names, units, arrows and explanations. What has no card goes by its id. */
public record Cards(List<MetricCard> metrics, List<ProbeCard> probes, List<AttackCard> attacks) {

    public Cards {
        metrics = List.copyOf(metrics);
        probes = List.copyOf(probes);
        attacks = List.copyOf(attacks);
    }

    /** All cards of the catalogue. */
    public static Cards ofCatalogue() {
        return new Cards(Catalogue.metrics(), Catalogue.probes(), Catalogue.attacks());
    }

    Optional<MetricCard> metric(String id) {
        return find(metrics, id);
    }

    Optional<AttackCard> attack(String id) {
        return find(attacks, id);
    }

    private static <C extends Card> Optional<C> find(List<C> cards, String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** What a metric's measurement is called: {@code Truth ratio (retain, true better)}. */
    String metricWords(String id, String variant) {
        String name = metric(id).map(MetricCard::name).orElse(id);
        return variant.isEmpty()
                ? name
                : name + " (" + variant.replace(".", ", ").replace('-', ' ') + ")";
    }

    /** What an attack is called. */
    String attackWords(String id) {
        return attack(id).map(AttackCard::name).orElseGet(() -> SeriesWords.of(id));
    }

    /** What a probe's series is called: its own words where it has some, otherwise the probe's name before it. */
    String seriesWords(String probe, String series) {
        if (SeriesWords.has(series)) {
            return SeriesWords.of(series);
        }
        return find(probes, probe)
                .map(card -> card.name() + ": " + SeriesWords.of(series))
                .orElseGet(() -> SeriesWords.of(series));
    }
}

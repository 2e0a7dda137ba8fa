package org.palimpsest.app.compare.table;

import java.util.Optional;
import org.palimpsest.app.compare.table.ScoreColumn.Family;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.MetricCard.Better;
import org.palimpsest.engine.card.ProbeCard;

/** What columns, series and methods are called: by their cards, and by the room's words where a card says nothing. */
public final class ScoreWords {
    private final Messages words;

    public ScoreWords(Messages words) {
        this.words = words;
    }

    /** The column of an id. */
    public ScoreColumn column(String id) {
        String[] parts = id.split("[:/]", 3);
        String name = parts.length > 2 ? parts[2] : "";
        return switch (parts[0]) {
            case "metric" -> metric(id, parts[1], name);
            case "attack" -> attack(id, parts[1], name);
            case "probe" -> probe(id, parts[1], name);
            default ->
                new ScoreColumn(
                        id,
                        Family.RUN,
                        words.get("column." + parts[1]),
                        "",
                        null,
                        parts[1].equals("seconds") ? "s" : "");
        };
    }

    private ScoreColumn metric(String id, String metric, String variant) {
        Optional<MetricCard> card = Catalogue.metric(metric);
        String name = card.map(MetricCard::name).orElse(metric);
        String set = variant.isEmpty() || !words.has("set." + variant) ? spelt(variant) : words.get("set." + variant);
        return new ScoreColumn(
                id,
                Family.METRIC,
                set.isEmpty() ? name : words.get("column.of", name, set),
                card.map(Card::explanation).orElse(""),
                card.map(MetricCard::better).orElse(null),
                card.map(MetricCard::unit).orElse(""));
    }

    private ScoreColumn attack(String id, String attack, String value) {
        Optional<AttackCard> card = Catalogue.attack(attack);
        Better better = value.contains("recovery.probability") || value.contains("codes")
                ? null
                : value.contains("recovery")
                        ? Better.LOWER
                        : value.contains("robustness") || value.contains("ratio") || value.startsWith("steps.")
                                ? Better.HIGHER
                                : null;
        return new ScoreColumn(
                id,
                Family.ATTACK,
                words.get("column.attack", card.map(Card::name).orElse(attack), series(value)),
                card.map(Card::explanation).orElse(""),
                better,
                value.startsWith("steps.") ? words.get("unit.steps") : "");
    }

    private ScoreColumn probe(String id, String probe, String series) {
        return new ScoreColumn(
                id,
                Family.PROBE,
                series(series),
                Catalogue.probe(probe).map(ProbeCard::explanation).orElse(""),
                series.endsWith("probability") || series.endsWith("truth-ratio") ? Better.NEAR_REFERENCE : null,
                "");
    }

    /** A series or a value of an attack; one without words of its own is spelt out. */
    public String series(String name) {
        return words.has("series." + name) ? words.get("series." + name) : spelt(name);
    }

    /** A method's name. */
    public String method(String id) {
        return Catalogue.method(id).map(MethodCard::name).orElse(id);
    }

    /** The sign beside a column that says which way is better; empty if neither. */
    public String arrow(Better better) {
        return better == null ? "" : words.get("better." + better);
    }

    private static String spelt(String name) {
        return name.replace('-', ' ').replace(".", ", ").strip();
    }
}

package org.palimpsest.app.live.panel;

import org.palimpsest.app.live.run.CurveKey;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;

/** What curves are called. */
public final class SeriesWords {
    private final Messages words = Messages.of("live");

    /** A curve's name, with its unit and the direction that is better. */
    public String name(CurveKey key, Watched run) {
        return switch (key.family()) {
            case LOSS -> term(key.name(), run.run().method());
            case OBSERVED -> series(key.name());
            case FROM_TARGET -> words.get("series.from-target", prompt(key.name()));
            case FROM_REFERENCE -> words.get("series.from-reference", prompt(key.name()));
            case OPTIMISER -> words.get("series." + key.name());
        };
    }

    /** A shorter name, for where the run's name stands before it. */
    public String brief(CurveKey key, Watched run) {
        String brief = "brief." + key.name();
        return words.has(brief) ? words.get(brief) : name(key, run);
    }

    /** A loss term's name and its symbol in the formula. */
    public String term(String term, String method) {
        if (term.equals(CurveKey.TOTAL.name())) {
            return words.get("term.total");
        }
        String name = words.has("term." + term) ? words.get("term." + term) : term;
        return Catalogue.method(method).map(MethodCard::terms).stream()
                .flatMap(terms -> terms.stream())
                .filter(each -> each.name().equals(term))
                .findFirst()
                .map(each -> words.get("term.named", name, each.symbol()))
                .orElse(name);
    }

    /** An observed series; one that has no words yet is called by its own name. */
    public String series(String series) {
        return words.has("series." + series) ? words.get("series." + series) : series;
    }

    /** A pinned prompt's short name: {@code prompt.2} gives "prompt 2". */
    public String prompt(String series) {
        int point = series.lastIndexOf('.');
        return point < 0 ? series : words.get("prompt.number", series.substring(point + 1));
    }
}

package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;

/** Probed quantities that say how much is forgotten and how much is kept. */
final class ProbeSection {

    private ProbeSection() {}

    static Section of(List<IndexedRun> runs, List<ValueSeries> series, Cards cards) {
        List<Figure> figures = new ArrayList<>();
        for (ValueSeries one : series) {
            if (speaksOfData(one.name())) {
                one.plot(runs, cards).ifDrawn(plot -> figures.add(plot.figure("forgetting-" + figures.size())));
            }
        }
        return new Section(
                "forgetting",
                "Forgetting and keeping",
                "On the forget set a run should reach the dashed line of the retained reference, the model that never saw the"
                        + " forget set, and stop there; going past it is over-forgetting, which itself gives away what was"
                        + " forgotten. On the retain set it should stay near the dotted line of the target.",
                figures,
                "No probe watched answers of the forget or the retain set in these runs.");
    }

    /** True for series of a set of questions, such as {@code forget.probability}; others look inside the model. */
    static boolean speaksOfData(String series) {
        return series.startsWith("forget.") || series.startsWith("retain.") || series.startsWith("holdout.");
    }
}

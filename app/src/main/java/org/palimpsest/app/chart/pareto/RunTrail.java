package org.palimpsest.app.chart.pareto;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** Where a run has been between forgetting and utility. */
final class RunTrail {
    private final String id;
    private final String label;
    private final SeriesStyle style;
    private final boolean baseline;
    private final List<Spot> spots = new ArrayList<>();

    /** One place. */
    record Spot(double forgetting, double utility, double robustness) {}

    RunTrail(String id, String label, SeriesStyle style, boolean baseline) {
        this.id = id;
        this.label = label;
        this.style = style;
        this.baseline = baseline;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    SeriesStyle style() {
        return style;
    }

    boolean baseline() {
        return baseline;
    }

    List<Spot> spots() {
        return spots;
    }

    Spot last() {
        return spots.get(spots.size() - 1);
    }
}

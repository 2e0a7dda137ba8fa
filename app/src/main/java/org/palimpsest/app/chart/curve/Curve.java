package org.palimpsest.app.chart.curve;

import org.palimpsest.app.chart.series.CurveView;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.theme.SeriesStyle;

/** One series of a panel. */
final class Curve {
    private final String id;
    private final String label;
    private final SeriesStyle style;
    private final CurveView view;
    private boolean visible = true;

    Curve(String id, String label, SeriesStyle style, SeriesData series) {
        this.id = id;
        this.label = label;
        this.style = style;
        this.view = new CurveView(series);
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

    CurveView view() {
        return view;
    }

    SeriesData series() {
        return view.series();
    }

    boolean visible() {
        return visible;
    }

    void show(boolean now) {
        visible = now;
    }
}

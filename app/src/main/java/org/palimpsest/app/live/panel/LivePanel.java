package org.palimpsest.app.live.panel;

import org.palimpsest.app.chart.box.ChartBox;

/** One panel. It is shown what all are shown, whenever that changes. */
public interface LivePanel {

    PanelKind kind();

    /** What is seen; always the same. */
    ChartBox box();

    /** Shows runs at a step. Called often: what has not changed must cost nothing. */
    void show(Shown shown);
}

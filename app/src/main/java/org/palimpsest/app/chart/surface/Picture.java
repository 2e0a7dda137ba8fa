package org.palimpsest.app.chart.surface;

import org.jfree.chart.JFreeChart;
import org.palimpsest.app.chart.theme.ChartTheme;

/** All that a chart shows at one moment. Immutable: made on the JavaFX thread, drawn on another. */
public interface Picture {

    /**
     * The picture as a new JFreeChart. Called on a drawing thread.
     *
     * @param theme colours and fonts
     * @param complete with title and legend, as a file needs them; in the window controls show both
     */
    JFreeChart chart(ChartTheme theme, boolean complete);
}

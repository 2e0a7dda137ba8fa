package org.palimpsest.app.bench;

import java.util.Random;
import javafx.scene.Parent;

/** What a window under measurement shows, and how points reach it. */
interface ChartLoad {

    /** The content of the window. */
    Parent view();

    /** Adds the point of one step to every series; JavaFX thread. */
    void append(int step);

    /** Frames drawn so far, of the chart that drew the fewest. */
    long frames();

    /** A loss that falls, with the noise of small batches; the same for a series and step in every run. */
    static double value(int series, int step) {
        double noise = new Random(31L * step + series).nextGaussian();
        return 2 * Math.exp(-step / 40_000.0) + 0.3 * noise + 0.1 * series;
    }
}

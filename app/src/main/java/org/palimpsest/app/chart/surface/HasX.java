package org.palimpsest.app.chart.surface;

import org.palimpsest.app.chart.plot.AxisRange;

/** A picture over an axis that it may share with other charts. */
public interface HasX extends Picture {

    /** The horizontal axis as it is drawn. */
    AxisRange x();
}

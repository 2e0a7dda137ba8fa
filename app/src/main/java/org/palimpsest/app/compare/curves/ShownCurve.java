package org.palimpsest.app.compare.curves;

import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.worker.log.Column;

/** A curve as a chart has it, kept up with the run's log by what is new. Belongs to the window's thread. */
final class ShownCurve {
    private final SeriesData data;
    private CurveStore.Taken shown;

    ShownCurve(CurveStore.Taken taken, SeriesData data) {
        this.shown = taken;
        this.data = data;
    }

    SeriesData data() {
        return data;
    }

    /**
     * Adds what is new.
     *
     * @return false if the curve is not the one shown before, grown: then nothing was added
     */
    boolean grow(CurveStore.Taken taken) {
        if (taken == shown) {
            return true;
        }
        Column before = shown.values();
        Column now = taken.values();
        int size = before.size();
        if (now.size() < size
                || size > 0
                        && (now.step(size - 1) != before.step(size - 1)
                                || Double.compare(now.value(size - 1), before.value(size - 1)) != 0)) {
            return false;
        }
        taken.appendTo(data, size);
        shown = taken;
        return true;
    }
}

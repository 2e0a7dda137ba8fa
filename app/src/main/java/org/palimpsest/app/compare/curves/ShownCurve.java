package org.palimpsest.app.compare.curves;

import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.worker.log.Column;

/** A curve as a chart has it, kept up with the run's log by what is new. */
final class ShownCurve {
    private final SeriesData data = new SeriesData();
    private Column shown = new Column();

    ShownCurve(CurveStore.Taken taken) {
        grow(taken);
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
        Column now = taken.values();
        int size = shown.size();
        if (now.size() < size
                || size > 0
                        && (now.step(size - 1) != shown.step(size - 1)
                                || Double.compare(now.value(size - 1), shown.value(size - 1)) != 0)) {
            return false;
        }
        for (int i = size; i < now.size(); i++) {
            long step = now.step(i);
            data.append(
                    step,
                    step == 0 ? 0 : taken.seconds().upTo(step),
                    step == 0 ? 0 : taken.tokens().upTo(step),
                    now.value(i));
        }
        shown = now;
        return true;
    }
}

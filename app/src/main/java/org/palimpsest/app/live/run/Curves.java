package org.palimpsest.app.live.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.engine.event.Subject;

/** The curves of one run, and the values of target and reference they are compared with. */
public final class Curves {
    private final Map<CurveKey, SeriesData> curves = new LinkedHashMap<>();
    private final Map<Subject, Map<String, Double>> anchors = new LinkedHashMap<>();

    /** Keys of the curves there are, in the order of their first points. */
    public List<CurveKey> keys(CurveKey.Family family) {
        List<CurveKey> keys = new ArrayList<>();
        for (CurveKey key : curves.keySet()) {
            if (key.family() == family) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The curve of this name; null before its first point. It stays the same object for as long as the run is watched. */
    public SeriesData get(CurveKey key) {
        return curves.get(key);
    }

    /** The value at {@code step}, that is the last one seen by then; NaN if there is none. */
    public double at(CurveKey key, long step) {
        SeriesData curve = curves.get(key);
        if (curve == null || curve.size() == 0) {
            return Double.NaN;
        }
        int nearest = curve.nearest(XChoice.STEP, step);
        while (nearest >= 0 && curve.x(XChoice.STEP, nearest) > step) {
            nearest--;
        }
        // Several points may share a step (an observation repeated after resuming): the last one counts.
        while (nearest >= 0 && nearest + 1 < curve.size() && curve.x(XChoice.STEP, nearest + 1) <= step) {
            nearest++;
        }
        return nearest < 0 ? Double.NaN : curve.value(nearest);
    }

    /** The newest value; NaN if there is none. */
    public double last(CurveKey key) {
        SeriesData curve = curves.get(key);
        return curve == null || curve.size() == 0 ? Double.NaN : curve.value(curve.size() - 1);
    }

    /** What another model measures in an observed series; NaN if it was not measured. */
    public double anchor(Subject subject, String series) {
        return anchors.getOrDefault(subject, Map.of()).getOrDefault(series, Double.NaN);
    }

    void add(CurveKey key, long step, double seconds, double tokens, double value) {
        curves.computeIfAbsent(key, any -> new SeriesData()).append(step, seconds, tokens, value);
    }

    /** Where the newest step lies on an axis; 0 before the first. */
    double end(XChoice choice) {
        SeriesData steps = curves.get(CurveKey.RATE);
        return steps == null || steps.size() == 0 ? 0 : steps.x(choice, steps.size() - 1);
    }

    void anchor(Subject subject, String series, double value) {
        anchors.computeIfAbsent(subject, any -> new LinkedHashMap<>()).put(series, value);
    }

    void cutAfter(long step) {
        curves.values().forEach(curve -> curve.cutBack(step + 1.0));
    }

    void clear() {
        curves.values().forEach(SeriesData::clear);
        anchors.clear();
    }
}

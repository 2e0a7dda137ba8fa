package org.palimpsest.app.live.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.app.chart.series.SeriesData;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** The curves of one run, and the values of target and reference they are compared with. */
public final class Curves {
    private final Map<CurveKey, SeriesData> curves = new LinkedHashMap<>();
    private final Map<Subject, Map<String, Double>> anchors = new LinkedHashMap<>();
    private double seconds;
    private double tokens;

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

    /** Every term of a step, its learning rate and the length of its gradient. */
    void add(RunEvent.StepDone done) {
        seconds = done.seconds();
        tokens = done.tokens();
        done.terms().forEach((term, value) -> add(CurveKey.Family.LOSS, term, done.step(), value));
        add(CurveKey.RATE, done.step(), done.learningRate());
        add(CurveKey.NORM, done.step(), done.gradientNorm());
    }

    /** A number observed: a point of a curve, or of another model a value to compare with. */
    void add(long step, Observation.Value seen) {
        if (seen.subject() == Subject.UNLEARNED) {
            add(CurveKey.Family.OBSERVED, seen.series(), step, seen.value());
        } else {
            anchors.computeIfAbsent(seen.subject(), any -> new LinkedHashMap<>())
                    .put(seen.series(), seen.value());
        }
    }

    /** How far the next tokens are from those of target and reference. */
    void add(long step, Observation.Tokens seen) {
        add(CurveKey.Family.FROM_TARGET, seen.series(), step, seen.klToTarget());
        if (!Double.isNaN(seen.klToReference())) {
            add(CurveKey.Family.FROM_REFERENCE, seen.series(), step, seen.klToReference());
        }
    }

    private void add(CurveKey.Family family, String name, long step, double value) {
        add(new CurveKey(family, name), step, value);
    }

    /** Between two steps the clock stands where the last one left it. */
    private void add(CurveKey key, long step, double value) {
        curves.computeIfAbsent(key, any -> new SeriesData()).append(step, seconds, tokens, value);
    }

    /** Where the newest step lies on an axis; 0 before the first. */
    private double end(XChoice choice) {
        SeriesData steps = curves.get(CurveKey.RATE);
        return steps == null || steps.size() == 0 ? 0 : steps.x(choice, steps.size() - 1);
    }

    void cutAfter(long step) {
        curves.values().forEach(curve -> curve.cutBack(step + 1.0));
        seconds = end(XChoice.SECONDS);
        tokens = end(XChoice.TOKENS);
    }

    void clear() {
        curves.values().forEach(SeriesData::clear);
        anchors.clear();
    }
}

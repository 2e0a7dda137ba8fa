package org.palimpsest.app.live.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Subject;

/** One number a layer, at every step it was observed; of target and reference the newest. */
public final class LayerMap {
    private final Timeline<List<Double>> now = new Timeline<>();
    private final Map<Subject, List<Double>> others = new LinkedHashMap<>();

    /** The model of the run, observation by observation; first layer first. */
    public Timeline<List<Double>> now() {
        return now;
    }

    /** The numbers of another model; empty if they were not observed. */
    public List<Double> of(Subject subject) {
        return others.getOrDefault(subject, List.of());
    }

    void add(long step, Subject subject, List<Double> values) {
        if (subject == Subject.UNLEARNED) {
            now.add(step, values);
        } else {
            others.put(subject, values);
        }
    }
}

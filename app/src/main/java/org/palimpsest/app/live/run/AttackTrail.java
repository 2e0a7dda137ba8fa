package org.palimpsest.app.live.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** One attack as it goes: the points of each model, and what it comes to. */
public final class AttackTrail {
    private final String attack;
    private final long step;
    private final Map<Subject, List<RunEvent.AttackPoint>> points = new LinkedHashMap<>();
    private final Map<Subject, Map<String, Double>> summaries = new LinkedHashMap<>();
    private final Set<String> quantities = new LinkedHashSet<>();
    private Subject atWork;

    AttackTrail(String attack, long step) {
        this.attack = attack;
        this.step = step;
    }

    /** Id of the attack's card. */
    public String attack() {
        return attack;
    }

    /** Step of the model that was attacked. */
    public long step() {
        return step;
    }

    /** The model that is being attacked; null while none is. */
    public Subject atWork() {
        return atWork;
    }

    /** Names of what is measured, in the order of their first points. */
    public Set<String> quantities() {
        return quantities;
    }

    /** The points of a model, in the order they were measured. */
    public List<RunEvent.AttackPoint> points(Subject subject) {
        return points.getOrDefault(subject, List.of());
    }

    /** Whether the points have words rather than numbers on their axis. */
    public boolean labelled() {
        return points.values().stream().flatMap(List::stream).anyMatch(point -> !point.label()
                .isEmpty());
    }

    /** Summary numbers of a model; empty until it is done. */
    public Map<String, Double> summary(Subject subject) {
        return summaries.getOrDefault(subject, Map.of());
    }

    void begins(Subject subject) {
        atWork = subject;
        // The same attack on the same state once more takes the place of what it found before.
        points.remove(subject);
        summaries.remove(subject);
    }

    void add(RunEvent.AttackPoint point) {
        quantities.addAll(point.values().keySet());
        points.computeIfAbsent(point.subject(), any -> new ArrayList<>()).add(point);
    }

    void finished(RunEvent.AttackFinished event) {
        atWork = null;
        summaries.put(event.subject(), event.summary());
    }
}

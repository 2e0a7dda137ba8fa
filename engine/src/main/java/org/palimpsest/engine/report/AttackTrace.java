package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/**
 * One attack on one model.
 *
 * @param run the run in whose log it stands
 * @param attackRun tells apart several attacks of one kind in one log
 */
record AttackTrace(
        IndexedRun run, String attack, String attackRun, Subject subject, List<RunEvent.AttackPoint> points) {

    /** All attacks of all runs that left at least one point. */
    static List<AttackTrace> all(List<IndexedRun> runs) {
        Map<String, AttackTrace> traces = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            for (RunEvent.AttackPoint point : run.story().of(RunEvent.AttackPoint.class)) {
                traces.computeIfAbsent(
                                run.index() + "/" + point.attack() + "/" + point.attackRun() + "/" + point.subject(),
                                key -> new AttackTrace(
                                        run, point.attack(), point.attackRun(), point.subject(), new ArrayList<>()))
                        .points
                        .add(point);
            }
        }
        return List.copyOf(traces.values());
    }

    /** True when its places are names, such as number formats, and not numbers. */
    boolean labelled() {
        return points.stream().anyMatch(p -> p.label() != null && !p.label().isEmpty());
    }

    List<Point> curve(String value) {
        return points.stream()
                .filter(p -> p.values().containsKey(value))
                .map(p -> new Point(p.x(), p.values().get(value)))
                .toList();
    }

    /** The value at a named place, NaN when there is none. */
    double at(String label, String value) {
        return points.stream()
                .filter(p -> label.equals(p.label()))
                .map(p -> p.values().getOrDefault(value, Double.NaN))
                .findFirst()
                .orElse(Double.NaN);
    }
}

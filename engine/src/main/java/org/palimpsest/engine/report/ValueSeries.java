package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;

/**
 * One probed quantity in all runs, with the two anchors.
 *
 * @param probe the probe's id
 * @param name the series' name
 * @param byRun each run's points, by its place in the report
 * @param anchors points of target and reference, of the first run that has them
 */
record ValueSeries(String probe, String name, Map<Integer, List<Point>> byRun, Map<Subject, List<Point>> anchors) {

    /** All quantities of all runs in the order they were first observed. */
    static List<ValueSeries> all(List<IndexedRun> runs) {
        Map<String, ValueSeries> found = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            Map<String, Map<Subject, List<Point>>> own = new LinkedHashMap<>();
            run.story().observations(Observation.Value.class, (event, seen) -> {
                String key = event.probe() + "/" + seen.series();
                found.computeIfAbsent(
                        key,
                        k -> new ValueSeries(
                                event.probe(), seen.series(), new LinkedHashMap<>(), new LinkedHashMap<>()));
                own.computeIfAbsent(key, k -> new LinkedHashMap<>())
                        .computeIfAbsent(seen.subject(), k -> new ArrayList<>())
                        .add(new Point(event.step(), seen.value()));
            });
            own.forEach((key, bySubject) -> bySubject.forEach((subject, points) -> {
                ValueSeries series = found.get(key);
                if (subject == Subject.UNLEARNED) {
                    series.byRun.put(run.index(), points);
                } else {
                    series.anchors.putIfAbsent(subject, points);
                }
            }));
        }
        return List.copyOf(found.values());
    }

    /** The runs' curves, and the anchors' as lines from edge to edge where they do not change. */
    CurvePlot plot(List<IndexedRun> runs, Cards cards) {
        List<Curve> curves = new ArrayList<>();
        for (IndexedRun run : runs) {
            if (byRun.containsKey(run.index())) {
                curves.add(new Curve(run.name(), run.ink(), byRun.get(run.index())));
            }
        }
        double first = curves.stream()
                .flatMap(c -> c.points().stream())
                .mapToDouble(Point::x)
                .min()
                .orElse(0);
        double last = curves.stream()
                .flatMap(c -> c.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(0);
        addAnchor(curves, Subject.TARGET, new Curve("target", Ink.TARGET, List.of()), first, last);
        addAnchor(curves, Subject.REFERENCE, new Curve("retained reference", Ink.REFERENCE, List.of()), first, last);
        String words = cards.seriesWords(probe, name);
        return new CurvePlot(words, "step", "", curves);
    }

    private void addAnchor(List<Curve> curves, Subject subject, Curve look, double first, double last) {
        List<Point> points = anchors.getOrDefault(subject, List.of());
        if (points.isEmpty()) {
            return;
        }
        double value = points.get(points.size() - 1).y();
        boolean constant = points.stream().allMatch(p -> p.y() == value);
        List<Point> drawn = constant ? List.of(new Point(first, value), new Point(last, value)) : points;
        curves.add(new Curve(look.name(), look.ink(), drawn));
    }
}

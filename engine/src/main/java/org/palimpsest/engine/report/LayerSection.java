package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.Subject;

/** What goes on inside the model: values by layer and curves that speak of no set of questions, such as gradient cosines. */
final class LayerSection {

    private LayerSection() {}

    static Section of(List<IndexedRun> runs, List<ValueSeries> series, Cards cards) {
        List<Figure> figures = new ArrayList<>();
        for (Layers layers : layers(runs)) {
            layers.addFigures(runs, cards, figures);
        }
        for (ValueSeries one : series) {
            if (!ProbeSection.speaksOfData(one.name())) {
                one.plot(runs, cards).ifDrawn(plot -> figures.add(plot.figure("inside-" + figures.size())));
            }
        }
        return new Section(
                "inside",
                "Inside the model",
                "Where in the network something changed. A model that says something else while its insides stay as they were"
                        + " has learned to be silent, not forgotten.",
                figures,
                "No probe looked inside the model in these runs.");
    }

    /** One quantity by layer: each run's columns and the anchors' last ones. */
    private record Layers(
            String probe,
            String name,
            Map<Integer, List<LayerMap.Column>> byRun,
            Map<Subject, LayerMap.Column> anchors) {

        void addFigures(List<IndexedRun> runs, Cards cards, List<Figure> figures) {
            String words = cards.seriesWords(probe, name);
            List<Curve> ends = new ArrayList<>();
            for (IndexedRun run : runs) {
                List<LayerMap.Column> columns = byRun.getOrDefault(run.index(), List.of());
                if (!columns.isEmpty()) {
                    ends.add(curve(run.name(), run.ink(), columns.get(columns.size() - 1)));
                }
            }
            if (anchors.containsKey(Subject.TARGET)) {
                ends.add(curve("target", Ink.TARGET, anchors.get(Subject.TARGET)));
            }
            if (anchors.containsKey(Subject.REFERENCE)) {
                ends.add(curve("retained reference", Ink.REFERENCE, anchors.get(Subject.REFERENCE)));
            }
            new CurvePlot(words + " by layer at the end", "layer", "", ends)
                    .ifDrawn(plot -> figures.add(plot.figure("inside-" + figures.size())));
            addMaps(runs, words, figures);
        }

        /** Changes since each run's first observation: the values themselves differ more from layer to layer than over steps. */
        private void addMaps(List<IndexedRun> runs, String words, List<Figure> figures) {
            Map<IndexedRun, List<LayerMap.Column>> changes = new LinkedHashMap<>();
            for (IndexedRun run : runs) {
                List<LayerMap.Column> columns = byRun.getOrDefault(run.index(), List.of());
                if (columns.size() > 1) {
                    changes.put(run, sinceFirst(columns));
                }
            }
            List<LayerMap.Column> all =
                    changes.values().stream().flatMap(List::stream).toList();
            double largest = LayerMap.largest(all);
            LayerMap.Sign sign = LayerMap.Sign.of(all, largest);
            changes.forEach((run, columns) -> figures.add(new LayerMap(
                            words + " since step " + columns.get(0).step() + ": " + run.name(),
                            "change",
                            columns,
                            largest,
                            sign)
                    .figure("inside-" + figures.size())));
        }

        private static List<LayerMap.Column> sinceFirst(List<LayerMap.Column> columns) {
            List<Double> first = columns.get(0).values();
            return columns.stream()
                    .map(column -> {
                        List<Double> change = new ArrayList<>();
                        for (int layer = 0;
                                layer < Math.min(first.size(), column.values().size());
                                layer++) {
                            change.add(column.values().get(layer) - first.get(layer));
                        }
                        return new LayerMap.Column(column.step(), change);
                    })
                    .toList();
        }

        private static Curve curve(String name, Ink ink, LayerMap.Column column) {
            List<Point> points = new ArrayList<>();
            for (double value : column.values()) {
                points.add(new Point(points.size(), value));
            }
            return new Curve(name, ink, points);
        }
    }

    private static List<Layers> layers(List<IndexedRun> runs) {
        Map<String, Layers> found = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            run.story().observations(Observation.Layers.class, (event, seen) -> {
                Layers layers = found.computeIfAbsent(
                        event.probe() + "/" + seen.series(),
                        key -> new Layers(event.probe(), seen.series(), new LinkedHashMap<>(), new LinkedHashMap<>()));
                LayerMap.Column column = new LayerMap.Column(event.step(), seen.values());
                if (seen.subject() == Subject.UNLEARNED) {
                    layers.byRun
                            .computeIfAbsent(run.index(), key -> new ArrayList<>())
                            .add(column);
                } else {
                    layers.anchors.put(seen.subject(), column);
                }
            });
        }
        return List.copyOf(found.values());
    }
}

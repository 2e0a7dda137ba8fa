package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.event.Subject;

/** Attacks: does what was forgotten come back, and faster than a model learns that never knew? */
final class AttackSection {

    private AttackSection() {}

    static Section of(List<IndexedRun> runs, Cards cards) {
        Map<String, List<AttackTrace>> byAttack = new LinkedHashMap<>();
        for (AttackTrace trace : AttackTrace.all(runs)) {
            byAttack.computeIfAbsent(trace.attack(), key -> new ArrayList<>()).add(trace);
        }
        List<Figure> figures = new ArrayList<>();
        byAttack.forEach((attack, traces) -> {
            String name = cards.attackWords(attack);
            String axis = axis(cards, attack);
            for (String value : values(traces)) {
                String title = name + ": " + lowerFirst(SeriesWords.of(value));
                String id = "attacks-" + figures.size();
                if (traces.stream().anyMatch(AttackTrace::labelled)) {
                    figures.add(bars(title, axis, value, traces).figure(id));
                } else {
                    curves(title, axis, value, traces).ifDrawn(plot -> figures.add(plot.figure(id)));
                }
            }
        });
        return new Section(
                "attacks",
                "Attacks",
                "The same attack on the unlearned models and on the retained reference. A run that rises faster than the"
                        + " dashed reference had hidden what it was to forget.",
                figures,
                "No attack was run on these models. Whether the knowledge is gone or only hidden is therefore not known.");
    }

    /** The steps of an attack are not those of the run. */
    private static String axis(Cards cards, String attack) {
        String axis = cards.attack(attack).map(AttackCard::axis).orElse("step");
        return axis == null || axis.equals("step") ? "attack step" : axis;
    }

    private static Set<String> values(List<AttackTrace> traces) {
        Set<String> values = new LinkedHashSet<>();
        traces.forEach(t -> t.points().forEach(p -> values.addAll(p.values().keySet())));
        return values;
    }

    private static CurvePlot curves(String title, String axis, String value, List<AttackTrace> traces) {
        List<Curve> curves = new ArrayList<>();
        traces.stream()
                .filter(t -> t.subject() == Subject.UNLEARNED)
                .forEach(t -> curves.add(new Curve(name(t, traces), t.run().ink(), t.curve(value))));
        anchors(traces, Subject.TARGET).forEach(t -> curves.add(new Curve("target", Ink.TARGET, t.curve(value))));
        List<AttackTrace> references = anchors(traces, Subject.REFERENCE);
        for (AttackTrace trace : references) {
            boolean alone = references.size() == 1;
            curves.add(new Curve(
                    alone ? "retained reference" : "reference, as in " + name(trace, traces),
                    alone ? Ink.REFERENCE : Ink.referenceOf(trace.run().index()),
                    trace.curve(value)));
        }
        return new CurvePlot(title, axis, "", curves);
    }

    private static BarPlot bars(String title, String axis, String value, List<AttackTrace> traces) {
        Set<String> places = new LinkedHashSet<>();
        traces.forEach(t -> t.points().forEach(p -> places.add(p.label())));
        List<BarPlot.Series> series = new ArrayList<>();
        anchors(traces, Subject.TARGET).forEach(t -> series.add(bar("target", Ink.TARGET, t, places, value)));
        traces.stream()
                .filter(t -> t.subject() == Subject.UNLEARNED)
                .forEach(t -> series.add(bar(name(t, traces), t.run().ink(), t, places, value)));
        List<AttackTrace> references = anchors(traces, Subject.REFERENCE);
        references.forEach(t -> series.add(bar(
                references.size() == 1 ? "retained reference" : "reference, as in " + name(t, traces),
                references.size() == 1 ? Ink.REFERENCE : Ink.referenceOf(t.run().index()),
                t,
                places,
                value)));
        return new BarPlot(title, axis, "", List.copyOf(places), series);
    }

    private static BarPlot.Series bar(String name, Ink ink, AttackTrace trace, Set<String> places, String value) {
        return new BarPlot.Series(
                name, ink, places.stream().map(place -> trace.at(place, value)).toList());
    }

    /** Attacks on an anchor, equal ones once: every run of a comparison attacks the same reference. */
    private static List<AttackTrace> anchors(List<AttackTrace> traces, Subject subject) {
        Map<List<Object>, AttackTrace> different = new LinkedHashMap<>();
        for (AttackTrace trace : traces) {
            if (trace.subject() == subject) {
                List<Object> shape = new ArrayList<>();
                trace.points().forEach(p -> shape.add(List.of(p.x(), p.label() == null ? "" : p.label(), p.values())));
                different.putIfAbsent(shape, trace);
            }
        }
        return List.copyOf(different.values());
    }

    private static String name(AttackTrace trace, List<AttackTrace> traces) {
        long same = traces.stream()
                .filter(t -> t.run().index() == trace.run().index() && t.subject() == trace.subject())
                .count();
        return same > 1
                ? trace.run().name() + " (" + trace.attackRun() + ")"
                : trace.run().name();
    }

    private static String lowerFirst(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

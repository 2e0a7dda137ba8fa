package org.palimpsest.engine.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Source;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;

/** What the page's template is filled with: maps, lists and texts only, all of them still to be escaped save the pictures. */
final class ReportBindings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final HtmlReport.Heading heading;
    private final List<IndexedRun> runs;
    private final Cards cards;
    private final Comparison comparison;

    ReportBindings(HtmlReport.Heading heading, List<RecordedRun> runs, Cards cards) {
        this.heading = heading;
        this.runs = IndexedRun.all(runs);
        this.cards = cards;
        this.comparison = Comparison.of(runs, cards);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("style", HtmlReport.text("report.css"));
        map.put("title", heading.title());
        map.put("question", heading.question());
        map.put("at", MINUTES.format(heading.at()));
        map.put("runs", runs.stream().map(this::run).toList());
        map.put("table", new PageTable(comparison).toMap());
        map.put("parts", parts());
        map.put(
                "readings",
                Reading.all(runs, comparison, cards).stream()
                        .map(r -> Map.of("run", r.run(), "sentences", r.sentences()))
                        .toList());
        map.put("sections", sections());
        map.put("methods", methods());
        map.put("meanings", meanings());
        map.put("environment", environment());
        map.put("commands", commands());
        return map;
    }

    private Map<String, Object> run(IndexedRun run) {
        return Map.of(
                "name", run.name(),
                "hatch", run.index() % Ink.KINDS,
                "recipe", run.run().recipe(),
                "remarks", run.story().remarks());
    }

    private List<Map<String, Object>> sections() {
        List<ValueSeries> series = ValueSeries.all(runs);
        return List.of(
                        LossSection.of(runs),
                        ProbeSection.of(runs, series, cards),
                        TokenSection.of(runs),
                        LayerSection.of(runs, series, cards),
                        AttackSection.of(runs, cards))
                .stream()
                .map(ReportBindings::section)
                .toList();
    }

    private static Map<String, Object> section(Section section) {
        return Map.of(
                "id", section.id(),
                "title", section.title(),
                "lead", section.lead(),
                "missing", section.missing(),
                "figures",
                        section.figures().stream().map(ReportBindings::figure).toList());
    }

    private static Map<String, Object> figure(Figure figure) {
        return Map.of(
                "title", Visible.text(figure.title()),
                "svg", figure.svg(),
                "wide", figure.wide(),
                "head", figure.table().head().stream().map(Visible::text).toList(),
                "rows", figure.table().rows(),
                "note", figure.table().note());
    }

    /** What composed metrics are made of: a row a part, a column a run. */
    private List<Map<String, Object>> parts() {
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, Double>> byRun = new ArrayList<>();
        for (IndexedRun run : runs) {
            Map<String, Double> own = new LinkedHashMap<>();
            for (RunEvent.Scored scored : run.story().of(RunEvent.Scored.class)) {
                if (scored.subject() == Subject.UNLEARNED) {
                    scored.parts()
                            .keySet()
                            .forEach(part -> own.put(
                                    cards.metricWords(scored.metric(), scored.variant()) + ": " + SeriesWords.of(part),
                                    scored.parts().get(part)));
                }
            }
            names.addAll(own.keySet());
            byRun.add(own);
        }
        return names.stream()
                .map(name -> Map.<String, Object>of(
                        "name",
                        name,
                        "values",
                        byRun.stream().map(own -> NumberText.of(own.get(name))).toList()))
                .toList();
    }

    /** One card a method, however many runs used it. */
    private List<Map<String, Object>> methods() {
        Map<String, Map<String, Object>> cards = new LinkedHashMap<>();
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            if (run.run().method() != null) {
                String id = run.run().method().id();
                cards.computeIfAbsent(id, key -> card(run.run().method()));
                users.computeIfAbsent(id, key -> new ArrayList<>()).add(run.name());
            }
        }
        cards.forEach((id, card) -> card.put("users", String.join(", ", users.get(id))));
        return List.copyOf(cards.values());
    }

    private static Map<String, Object> card(Card card) {
        Map<String, Object> map =
                new LinkedHashMap<>(JSON.convertValue(card, new TypeReference<Map<String, Object>>() {}));
        map.put("from", from(card.source()));
        return map;
    }

    private static String from(Source source) {
        if (source == null) {
            return "";
        }
        return List.of(
                        Objects.requireNonNullElse(source.authors(), ""),
                        Objects.requireNonNullElse(source.title(), ""),
                        Objects.requireNonNullElse(source.reference(), ""),
                        source.year() == 0 ? "" : Integer.toString(source.year()))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The cards of the metrics, probes and attacks that the page speaks of. */
    private List<Map<String, Object>> meanings() {
        Set<String> spoken = new HashSet<>();
        for (IndexedRun run : runs) {
            run.story().of(RunEvent.Scored.class).forEach(e -> spoken.add("metric:" + e.metric()));
            run.story().of(RunEvent.Observed.class).forEach(e -> spoken.add("probe:" + e.probe()));
            run.story().of(RunEvent.AttackPoint.class).forEach(e -> spoken.add("attack:" + e.attack()));
        }
        List<Map<String, Object>> meanings = new ArrayList<>();
        cards.metrics().stream()
                .filter(c -> spoken.contains("metric:" + c.id()))
                .forEach(c -> meanings.add(card(c)));
        cards.probes().stream().filter(c -> spoken.contains("probe:" + c.id())).forEach(c -> meanings.add(card(c)));
        cards.attacks().stream()
                .filter(c -> spoken.contains("attack:" + c.id()))
                .forEach(c -> meanings.add(card(c)));
        return meanings;
    }

    /** Equal environments once, with the runs that had them. */
    private List<Map<String, Object>> environment() {
        Map<Map<String, String>, List<String>> different = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            if (!run.run().environment().isEmpty()) {
                different
                        .computeIfAbsent(run.run().environment(), key -> new ArrayList<>())
                        .add(run.name());
            }
        }
        List<Map<String, Object>> groups = new ArrayList<>();
        different.forEach((facts, names) -> groups.add(Map.of(
                "runs",
                String.join(", ", names),
                "facts",
                facts.entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue()))
                        .toList())));
        return groups;
    }

    private List<String> commands() {
        List<String> places = runs.stream()
                .map(run -> run.run().location())
                .filter(place -> !place.isEmpty())
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        List<String> commands = new ArrayList<>();
        places.forEach(place -> commands.add("palimpsest run " + quoted(place + "/recipe.json")));
        commands.add("palimpsest report "
                + places.stream().map(ReportBindings::quoted).collect(Collectors.joining(" ")));
        return commands;
    }

    private static String quoted(String path) {
        return path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-:\\".indexOf(c) >= 0)
                ? path
                : "\"" + path + "\"";
    }
}

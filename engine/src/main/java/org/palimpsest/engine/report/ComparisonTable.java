package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunOrigins;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;
import org.palimpsest.engine.report.Comparison.Group;
import org.palimpsest.engine.report.Comparison.Kind;
import org.palimpsest.engine.report.Comparison.Row;

/** Gathers the last word of every log on each number. */
final class ComparisonTable {

    private final Cards cards;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Anchor target = new Anchor("target", Kind.TARGET);
    private final Anchor reference = new Anchor("retained reference", Kind.REFERENCE);
    private final List<String> notes = new ArrayList<>();
    private boolean apart;

    /** The numbers of a model that all runs share, and which run brought each. */
    private static final class Anchor {
        final String name;
        final Kind kind;
        final Map<String, Cell> cells = new LinkedHashMap<>();
        final Map<String, String> owners = new HashMap<>();

        Anchor(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
        }
    }

    ComparisonTable(Cards cards) {
        this.cards = cards;
    }

    Comparison of(List<RecordedRun> runs) {
        Map<String, Map<String, Cell>> byRun = new LinkedHashMap<>();
        for (RecordedRun run : runs) {
            RunStory story = RunStory.of(run);
            story.doubts().forEach(doubt -> notes.add(run.name() + ": " + doubt));
            Map<String, Cell> cells = new LinkedHashMap<>();
            addRun(story, cells);
            addMetrics(run.name(), story, cells);
            addProbes(run.name(), story, cells);
            addAttacks(run.name(), story, cells);
            if (byRun.put(run.name(), cells) != null) {
                throw new IllegalArgumentException("Two runs are named \"" + run.name()
                        + "\"; a comparison tells runs apart by name, give one of them another");
            }
        }
        List<Column> ordered = new ArrayList<>();
        for (Group group : Group.values()) {
            columns.values().stream().filter(c -> c.group() == group).forEach(ordered::add);
        }
        tellOrigins(runs);
        ordered.forEach(column -> markBest(column, byRun));
        List<Row> rows = new ArrayList<>();
        addAnchor(target, ordered, rows);
        byRun.forEach((name, cells) -> rows.add(row(name, Kind.RUN, cells, ordered)));
        addAnchor(reference, ordered, rows);
        addReasons(ordered, byRun);
        return new Comparison(ordered, rows, notes);
    }

    /** Numbers that look alike and are not: of another forget set, other questions, or beside the model itself. */
    private void tellOrigins(List<RecordedRun> runs) {
        List<String> alone = runs.stream()
                .filter(run -> run.origins().comparesWithItself())
                .map(RecordedRun::name)
                .toList();
        if (!alone.isEmpty()) {
            notes.add("Beside itself: the retained reference of " + String.join(", ", alone)
                    + " is its target, so what is compared with the reference says nothing there.");
        }
        if (RunOrigins.differ(runs.stream().map(run -> run.origins().forget()))) {
            notes.add("Not comparable: these runs forget different sets.");
            apart = true;
        } else if (RunOrigins.differ(runs.stream().map(run -> run.origins().measured()))) {
            notes.add("Not comparable: forgetting was measured on different questions in these runs.");
            apart = true;
        }
        if (RunOrigins.differ(runs.stream().map(run -> run.origins().target()))) {
            notes.add("The runs begin from different targets; the row shows that of the first.");
        }
        if (RunOrigins.differ(runs.stream().map(run -> run.origins().reference()))) {
            notes.add("The runs have different retained references; the row shows that of the first.");
        }
    }

    /** What a metric said where it had no value. */
    private record Missing(String title, String reason) {
        String sentence(Set<String> runs, int all) {
            String of = runs.size() == all ? "" : " of " + String.join(", ", runs);
            return "No \u201c" + title + "\u201d" + of + ": " + reason + ".";
        }
    }

    /** Why runs have no value of a metric: a dash alone says nothing. */
    private void addReasons(List<Column> ordered, Map<String, Map<String, Cell>> byRun) {
        Map<Missing, Set<String>> without = new LinkedHashMap<>();
        for (Column column : ordered) {
            byRun.forEach((run, cells) -> {
                Cell cell = cells.get(column.id());
                if (column.group() == Group.METRIC
                        && cell != null
                        && cell.value() == null
                        && !cell.note().isEmpty()) {
                    without.computeIfAbsent(new Missing(column.title(), cell.note()), key -> new LinkedHashSet<>())
                            .add(run);
                }
            });
        }
        without.forEach((missing, runs) -> notes.add(missing.sentence(runs, byRun.size())));
    }

    private void addAnchor(Anchor anchor, List<Column> ordered, List<Row> rows) {
        if (anchor.cells.isEmpty()) {
            notes.add("No run has numbers of the " + anchor.name + "; its row is left out.");
        } else {
            rows.add(row(anchor.name, anchor.kind, anchor.cells, ordered));
        }
    }

    private static Row row(String name, Kind kind, Map<String, Cell> cells, List<Column> columns) {
        return new Row(
                name,
                kind,
                columns.stream()
                        .map(c -> cells.getOrDefault(c.id(), Cell.MISSING))
                        .toList());
    }

    private void addRun(RunStory story, Map<String, Cell> cells) {
        put(cells, new Column("run:steps", Group.RUN, "Steps", "", null), (double) story.lastStep());
        double seconds = story.seconds();
        if (!Double.isNaN(seconds)) {
            put(cells, new Column("run:seconds", Group.RUN, "Time in steps", "s", null), seconds);
        }
    }

    private void addMetrics(String run, RunStory story, Map<String, Cell> cells) {
        for (RunEvent.Scored scored : story.of(RunEvent.Scored.class)) {
            Optional<MetricCard> card = cards.metric(scored.metric());
            Column column = new Column(
                    "metric:" + scored.metric() + (scored.variant().isEmpty() ? "" : "/" + scored.variant()),
                    Group.METRIC,
                    cards.metricWords(scored.metric(), scored.variant()),
                    card.map(MetricCard::unit)
                            .map(unit -> Objects.requireNonNullElse(unit, ""))
                            .orElse(""),
                    card.map(MetricCard::better).orElse(null));
            Cell cell = new Cell(number(scored.value()), null, false, Objects.requireNonNullElse(scored.note(), ""));
            put(scored.subject(), run, column, cell, cells);
        }
    }

    private void addProbes(String run, RunStory story, Map<String, Cell> cells) {
        story.observations(Observation.Value.class, (event, seen) -> {
            String id = "probe:" + event.probe() + "/" + seen.series();
            Column column = new Column(id, Group.PROBE, cards.seriesWords(event.probe(), seen.series()), "", null);
            put(seen.subject(), run, column, new Cell(number(seen.value()), null, false, ""), cells);
        });
    }

    private void addAttacks(String run, RunStory story, Map<String, Cell> cells) {
        Map<String, Cell> ownReference = new LinkedHashMap<>();
        for (RunEvent.AttackFinished attack : story.of(RunEvent.AttackFinished.class)) {
            String name = cards.attackWords(attack.attack());
            attack.summary().keySet().forEach(key -> {
                Column column = new Column(
                        "attack:" + attack.attack() + "/" + key,
                        Group.ATTACK,
                        name + ": " + lowerFirst(SeriesWords.of(key)),
                        "",
                        null);
                Cell cell = new Cell(number(attack.summary().get(key)), null, false, "");
                put(attack.subject(), run, column, cell, cells);
                if (attack.subject() == Subject.REFERENCE) {
                    ownReference.put(column.id(), cell);
                }
            });
        }
        ownReference.forEach((id, cell) ->
                cells.computeIfPresent(id, (key, own) -> new Cell(own.value(), cell.value(), own.best(), own.note())));
    }

    private void put(Subject subject, String run, Column column, Cell cell, Map<String, Cell> cells) {
        columns.putIfAbsent(column.id(), column);
        switch (subject) {
            case UNLEARNED -> cells.put(column.id(), cell);
            case TARGET -> putAnchor(target, run, column, cell);
            case REFERENCE -> putAnchor(reference, run, column, cell);
        }
    }

    /** The anchors are the same models for all runs, so the first run speaks for all; the reader is told of another number. */
    private void putAnchor(Anchor anchor, String run, Column column, Cell cell) {
        String owner = anchor.owners.putIfAbsent(column.id(), run);
        if (owner == null || owner.equals(run)) {
            anchor.cells.put(column.id(), cell);
            return;
        }
        Cell known = anchor.cells.get(column.id());
        if (column.group() == Group.METRIC
                && known.value() != null
                && cell.value() != null
                && differ(known.value(), cell.value())) {
            notes.add("Runs disagree on the " + anchor.name + "\u2019s \u201c" + column.title() + "\u201d: "
                    + NumberText.of(known.value()) + " in " + owner + ", which the table shows, and "
                    + NumberText.of(cell.value()) + " in " + run + ".");
        }
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b));
    }

    private void put(Map<String, Cell> cells, Column column, Double value) {
        columns.putIfAbsent(column.id(), column);
        cells.put(column.id(), new Cell(value, null, false, ""));
    }

    private void markBest(Column column, Map<String, Map<String, Cell>> byRun) {
        // Between runs on different sets none is the best.
        if (column.better() == null || apart) {
            return;
        }
        Cell anchor = reference.cells.getOrDefault(column.id(), Cell.MISSING);
        if (column.better() == MetricCard.Better.NEAR_REFERENCE && anchor.value() == null) {
            return;
        }
        Map<String, Double> distances = new HashMap<>();
        for (Map.Entry<String, Map<String, Cell>> run : byRun.entrySet()) {
            Double value =
                    run.getValue().getOrDefault(column.id(), Cell.MISSING).value();
            if (value != null) {
                distances.put(
                        run.getKey(),
                        switch (column.better()) {
                            case HIGHER -> -value;
                            case LOWER -> value;
                            case NEAR_REFERENCE -> Math.abs(value - anchor.value());
                        });
            }
        }
        if (distances.size() < 2) {
            return;
        }
        double least = distances.values().stream().mapToDouble(d -> d).min().orElseThrow();
        distances.forEach((run, distance) -> {
            if (distance == least) {
                byRun.get(run).computeIfPresent(column.id(), (id, cell) -> cell.asBest());
            }
        });
    }

    private static Double number(Double value) {
        return value == null || value.isNaN() ? null : value;
    }

    private static String lowerFirst(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

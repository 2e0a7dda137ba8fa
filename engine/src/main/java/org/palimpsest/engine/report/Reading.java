package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.report.Comparison.Cell;
import org.palimpsest.engine.report.Comparison.Column;
import org.palimpsest.engine.report.Comparison.Kind;
import org.palimpsest.engine.report.Comparison.Row;

/**
 * What a run's main numbers say, in plain sentences.
 *
 * @param run the run's name
 */
public record Reading(String run, List<String> sentences) {

    private static final String FORGET_QUALITY = "metric:forget-quality";
    private static final String MODEL_UTILITY = "metric:model-utility";
    private static final double SIGNIFICANCE = 0.05;
    private static final double PAST_REFERENCE = 1.1;

    public Reading {
        sentences = List.copyOf(sentences);
    }

    /** A reading for each run, in their order. */
    static List<Reading> all(List<IndexedRun> runs, Comparison comparison, Cards cards) {
        List<Reading> readings = new ArrayList<>();
        List<Row> rows = comparison.runs();
        for (IndexedRun run : runs) {
            readings.add(of(run, comparison, rows.get(run.index()), cards));
        }
        return readings;
    }

    private static Reading of(IndexedRun run, Comparison comparison, Row row, Cards cards) {
        List<String> sentences = new ArrayList<>();
        sentences.add(ending(run));
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            Cell cell = row.cells().get(i);
            if (column.group() != Comparison.Group.METRIC) {
                continue;
            }
            if (cell.value() == null) {
                if (!cell.note().isEmpty()) {
                    sentences.add(column.title() + " could not be measured: " + cell.note() + ".");
                }
            } else if (column.id().equals(FORGET_QUALITY)) {
                sentences.add(forgetQuality(cell.value()));
            } else if (column.id().equals(MODEL_UTILITY)) {
                sentences.add(utility(cell.value(), anchor(comparison, Kind.TARGET, i)));
            } else if (column.better() == MetricCard.Better.NEAR_REFERENCE) {
                String sentence = between(
                        column.title(),
                        cell.value(),
                        anchor(comparison, Kind.TARGET, i),
                        anchor(comparison, Kind.REFERENCE, i));
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
            }
        }
        sentences.addAll(attacked(run, cards));
        return new Reading(run.name(), sentences);
    }

    private static Double anchor(Comparison comparison, Kind kind, int column) {
        return comparison.rows().stream()
                .filter(row -> row.kind() == kind)
                .map(row -> row.cells().get(column).value())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String ending(IndexedRun run) {
        RunStory story = run.story();
        String steps = story.lastStep() + (story.lastStep() == 1 ? " step" : " steps");
        List<RunEvent.Finished> finished = story.of(RunEvent.Finished.class);
        if (!finished.isEmpty()) {
            return "Finished after " + steps + ", "
                    + NumberText.duration(finished.get(finished.size() - 1).seconds()) + ".";
        }
        List<RunEvent.Failed> failed = story.of(RunEvent.Failed.class);
        if (!failed.isEmpty()) {
            return "Broke off after " + steps + ": " + failed.get(0).message() + " "
                    + failed.get(0).hint();
        }
        if (!story.of(RunEvent.Stopped.class).isEmpty()) {
            return "Stopped on request after " + steps + "; it can be resumed.";
        }
        return "Not finished: the log ends after " + steps + ".";
    }

    private static String forgetQuality(double p) {
        String number = "Forget quality p = " + NumberText.of(p) + ": ";
        return p > SIGNIFICANCE
                ? number + "cannot be told from a model that never saw the forget set (p > 0.05)."
                : number + "can be told from a model that never saw the forget set (p ≤ 0.05).";
    }

    private static String utility(double value, Double target) {
        String number = "Model utility " + NumberText.of(value);
        return target == null || target <= 0
                ? number + "."
                : number + ": " + NumberText.percent(value / target) + " of the target’s " + NumberText.of(target)
                        + ".";
    }

    /** Where a value stands on the way from the target to the reference. */
    private static String between(String title, double value, Double target, Double reference) {
        if (target == null || reference == null || target.equals(reference)) {
            return "";
        }
        double way = (target - value) / (target - reference);
        String number = title + " " + NumberText.of(value) + ": ";
        if (way < 0) {
            return number + "further from the reference’s " + NumberText.of(reference) + " than the target’s "
                    + NumberText.of(target) + ".";
        }
        if (way > PAST_REFERENCE) {
            return number + "past the reference’s " + NumberText.of(reference)
                    + ", which is over-forgetting and can give away what was forgotten.";
        }
        return number + NumberText.percent(way) + " of the way from the target’s " + NumberText.of(target)
                + " to the reference’s " + NumberText.of(reference) + ".";
    }

    private static List<String> attacked(IndexedRun run, Cards cards) {
        List<AttackTrace> traces = AttackTrace.all(List.of(run));
        List<String> sentences = new ArrayList<>();
        for (AttackTrace trace : traces) {
            if (trace.subject() != Subject.UNLEARNED) {
                continue;
            }
            String value = trace.points().stream()
                    .flatMap(p -> p.values().keySet().stream())
                    .filter(name -> name.startsWith("forget."))
                    .findFirst()
                    .orElse("");
            if (value.isEmpty()) {
                continue;
            }
            String name = cards.attackWords(trace.attack());
            String reference = traces.stream()
                    .filter(t -> t.subject() == Subject.REFERENCE && t.attack().equals(trace.attack()))
                    .map(t -> course(t, value))
                    .findFirst()
                    .map(course -> "; the retained reference’s " + course + ".")
                    .orElse("; the retained reference was not attacked, so learning cannot be told from recovery.");
            String words = SeriesWords.of(value);
            sentences.add(name + ": " + Character.toLowerCase(words.charAt(0)) + words.substring(1) + " "
                    + course(trace, value) + reference);
        }
        return sentences;
    }

    private static String course(AttackTrace trace, String value) {
        List<RunEvent.AttackPoint> points = trace.points().stream()
                .filter(p -> p.values().containsKey(value))
                .toList();
        if (points.isEmpty()) {
            return "has no value";
        }
        if (trace.labelled()) {
            List<String> parts = points.stream()
                    .map(p -> NumberText.of(p.values().get(value)) + " (" + p.label() + ")")
                    .toList();
            return String.join(", ", parts);
        }
        RunEvent.AttackPoint first = points.get(0);
        RunEvent.AttackPoint last = points.get(points.size() - 1);
        return "from " + NumberText.of(first.values().get(value)) + " to "
                + NumberText.of(last.values().get(value)) + " in " + NumberText.of(last.x() - first.x()) + " steps";
    }
}

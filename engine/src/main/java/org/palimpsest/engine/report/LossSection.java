package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.event.RunEvent;

/** Losses over steps: the totals of all runs, each run's terms, gradient norms. */
final class LossSection {

    private static final String TOTAL = "loss";

    private LossSection() {}

    static Section of(List<IndexedRun> runs) {
        List<Figure> figures = new ArrayList<>();
        overlay(runs, "Total loss", step -> step.terms().getOrDefault(TOTAL, Double.NaN))
                .ifDrawn(plot -> figures.add(plot.figure("losses-total")));
        for (IndexedRun run : runs) {
            terms(run).ifDrawn(plot -> figures.add(plot.figure("losses-terms-" + run.index())));
        }
        overlay(runs, "Gradient norm before clipping", RunEvent.StepDone::gradientNorm)
                .ifDrawn(plot -> figures.add(plot.figure("losses-gradient")));
        return new Section(
                "losses",
                "Losses",
                "What each method minimised, step by step. Totals of different methods are different formulas: compare their"
                        + " course, not their height.",
                figures,
                "No run has finished a step, so there is no loss to draw.");
    }

    private static CurvePlot overlay(List<IndexedRun> runs, String title, ToDoubleFunction<RunEvent.StepDone> value) {
        List<Curve> curves = runs.stream()
                .map(run -> new Curve(
                        run.name(),
                        run.ink(),
                        run.story().of(RunEvent.StepDone.class).stream()
                                .map(step -> new Point(step.step(), value.applyAsDouble(step)))
                                .toList()))
                .toList();
        return new CurvePlot(title, "step", title.toLowerCase(Locale.ROOT), curves);
    }

    private static CurvePlot terms(IndexedRun run) {
        Map<String, String> names = new LinkedHashMap<>();
        MethodCard card = run.run().method();
        if (card != null) {
            card.terms().forEach(term -> names.put(term.name(), label(term)));
        }
        List<RunEvent.StepDone> steps = run.story().of(RunEvent.StepDone.class);
        steps.stream()
                .flatMap(step -> step.terms().keySet().stream())
                .forEach(name -> names.putIfAbsent(name, SeriesWords.of(name)));
        // The total comes last, in front of its terms.
        names.remove(TOTAL);
        names.put(TOTAL, SeriesWords.of(TOTAL));
        List<Curve> curves = new ArrayList<>();
        names.forEach((name, label) -> curves.add(new Curve(
                label,
                Ink.series(curves.size()),
                steps.stream()
                        .map(step -> new Point(step.step(), step.terms().getOrDefault(name, Double.NaN)))
                        .toList())));
        return new CurvePlot("Terms of " + run.name(), "step", "loss", curves, marks(run));
    }

    private static String label(MethodCard.Term term) {
        return term.symbol() == null || term.symbol().isEmpty() || term.symbol().equals(term.name())
                ? SeriesWords.of(term.name())
                : SeriesWords.of(term.name()) + " " + term.symbol();
    }

    private static List<CurvePlot.Mark> marks(IndexedRun run) {
        List<CurvePlot.Mark> marks = new ArrayList<>();
        for (RunEvent event : run.story().events()) {
            if (event instanceof RunEvent.LearningRateChanged change) {
                marks.add(new CurvePlot.Mark(change.step(), "rate " + NumberText.of(change.to())));
            } else if (event instanceof RunEvent.Paused pause) {
                marks.add(new CurvePlot.Mark(pause.step(), "paused"));
            } else if (event instanceof RunEvent.Resumed resumed) {
                marks.add(new CurvePlot.Mark(resumed.step(), "resumed"));
            }
        }
        return marks;
    }
}

package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.TokenShare;

/** What the models would say next after the pinned prompts. */
final class TokenSection {

    private static final int MOST_TOKENS = 8;
    private static final int LONGEST_PROMPT = 70;

    private TokenSection() {}

    /** A distribution at one step. */
    private record At(long step, Observation.Tokens tokens) {}

    static Section of(List<IndexedRun> runs) {
        Map<String, Map<Integer, List<At>>> prompts = new LinkedHashMap<>();
        for (IndexedRun run : runs) {
            run.story().observations(Observation.Tokens.class, (event, seen) -> prompts.computeIfAbsent(
                            seen.prompt(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(run.index(), key -> new ArrayList<>())
                    .add(new At(event.step(), seen)));
        }
        List<Figure> figures = new ArrayList<>();
        prompts.forEach((prompt, byRun) -> addFigures(prompt, byRun, runs, figures));
        return new Section(
                "tokens",
                "Next tokens of pinned prompts",
                "Probability of each candidate for the next token when a run ended. The divergence (KL) curves say how far the"
                        + " whole distribution has moved away from the target and how near it has come to the retained"
                        + " reference, in nats.",
                figures,
                "No prompt was pinned in these runs, so no next-token distribution was watched.");
    }

    private static void addFigures(
            String prompt, Map<Integer, List<At>> byRun, List<IndexedRun> runs, List<Figure> figures) {
        String quoted = "“" + TextColumn.shortened(Visible.text(prompt), LONGEST_PROMPT) + "”";
        figures.add(bars(quoted, byRun, runs).figure("tokens-" + figures.size()));
        divergence("KL from target after " + quoted, byRun, runs, Observation.Tokens::klToTarget)
                .ifDrawn(plot -> figures.add(plot.figure("tokens-" + figures.size())));
        divergence("KL from retained reference after " + quoted, byRun, runs, Observation.Tokens::klToReference)
                .ifDrawn(plot -> figures.add(plot.figure("tokens-" + figures.size())));
    }

    private static CurvePlot divergence(
            String title,
            Map<Integer, List<At>> byRun,
            List<IndexedRun> runs,
            ToDoubleFunction<Observation.Tokens> value) {
        List<Curve> curves = new ArrayList<>();
        for (IndexedRun run : runs) {
            List<Point> points = byRun.getOrDefault(run.index(), List.of()).stream()
                    .map(at -> new Point(at.step, value.applyAsDouble(at.tokens)))
                    .toList();
            curves.add(new Curve(run.name(), run.ink(), points));
        }
        return new CurvePlot(title, "step", "nats", curves);
    }

    private static BarPlot bars(String quoted, Map<Integer, List<At>> byRun, List<IndexedRun> runs) {
        Map<Integer, TokenShare> tokens = new LinkedHashMap<>();
        Map<Integer, Map<Integer, Double>> unlearned = new LinkedHashMap<>();
        byRun.forEach((index, seen) -> {
            for (TokenShare share : seen.get(seen.size() - 1).tokens.top()) {
                tokens.merge(share.id(), share, (a, b) -> highest(a) >= highest(b) ? a : b);
                unlearned.computeIfAbsent(index, key -> new LinkedHashMap<>()).put(share.id(), share.unlearned());
            }
        });
        List<TokenShare> shown = tokens.values().stream()
                .sorted(Comparator.comparingDouble(TokenSection::highest).reversed())
                .limit(MOST_TOKENS)
                .toList();
        List<BarPlot.Series> series = new ArrayList<>();
        series.add(new BarPlot.Series(
                "target", Ink.TARGET, shown.stream().map(TokenShare::target).toList()));
        for (IndexedRun run : runs) {
            Map<Integer, Double> own = unlearned.get(run.index());
            if (own != null) {
                series.add(new BarPlot.Series(
                        run.name(),
                        run.ink(),
                        shown.stream()
                                .map(t -> own.getOrDefault(t.id(), Double.NaN))
                                .toList()));
            }
        }
        if (shown.stream().anyMatch(t -> !Double.isNaN(t.reference()))) {
            series.add(new BarPlot.Series(
                    "retained reference",
                    Ink.REFERENCE,
                    shown.stream().map(TokenShare::reference).toList()));
        }
        return new BarPlot(
                "Next token after " + quoted,
                "token",
                "probability",
                shown.stream().map(TokenShare::text).toList(),
                series);
    }

    private static double highest(TokenShare share) {
        double highest = 0;
        for (double p : new double[] {share.target(), share.unlearned(), share.reference()}) {
            highest = Double.isNaN(p) ? highest : Math.max(highest, p);
        }
        return highest;
    }
}

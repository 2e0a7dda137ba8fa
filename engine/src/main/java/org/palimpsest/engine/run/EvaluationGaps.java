package org.palimpsest.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.evaluate.Benchmark;
import org.palimpsest.engine.evaluate.EvaluationSet;
import org.palimpsest.engine.recipe.Recipe;

/** Which metrics of a recipe will have no value for want of data, said before anything is measured rather than by a dash at the end. */
public final class EvaluationGaps {
    private final Map<EvaluationSet, List<QuestionAnswer>> sets;
    private final boolean reference;
    /** Metrics by what they lack. */
    private final Map<String, Set<String>> lacking = new LinkedHashMap<>();

    private EvaluationGaps(Map<EvaluationSet, List<QuestionAnswer>> sets, boolean reference) {
        this.sets = sets;
        this.reference = reference;
    }

    /** Sentences without a full stop; none where every metric has what it needs. */
    public static List<String> of(Recipe recipe, Map<EvaluationSet, List<QuestionAnswer>> sets) {
        EvaluationGaps gaps = new EvaluationGaps(sets, recipe.model().reference() != null);
        Assessment.benchmark(recipe).items().forEach(gaps::look);
        return gaps.sentences();
    }

    private void look(Benchmark.Item item) {
        String metric = item.metric().card().name();
        switch (item.metric().card().id()) {
            case "forget-quality" -> {
                needsWrongAnswers(metric, EvaluationSet.FORGET);
                if (!reference) {
                    lack(metric, "the recipe names no retained reference (\"reference\")");
                }
            }
            case "model-utility" -> {
                needsWrongAnswers(metric, EvaluationSet.RETAIN);
                needsWrongAnswers(metric, EvaluationSet.REAL_AUTHORS);
                needsWrongAnswers(metric, EvaluationSet.WORLD_FACTS);
            }
            case "truth-ratio" -> needsWrongAnswers(metric, set(item));
            case "probability" -> {
                // Of these two sets the probability is a share among the options.
                if (set(item) == EvaluationSet.REAL_AUTHORS || set(item) == EvaluationSet.WORLD_FACTS) {
                    needsWrongAnswers(metric, set(item));
                } else {
                    needs(metric, set(item));
                }
            }
            default -> needs(metric, set(item));
        }
    }

    private static EvaluationSet set(Benchmark.Item item) {
        return item.settings().choice("set", EvaluationSet.class);
    }

    private boolean needs(String metric, EvaluationSet set) {
        boolean there = !sets.getOrDefault(set, List.of()).isEmpty();
        if (!there) {
            lack(metric, "there are no %s questions".formatted(set.words()));
        }
        return there;
    }

    private void needsWrongAnswers(String metric, EvaluationSet set) {
        boolean there = needs(metric, set);
        if (there
                && sets.get(set).stream().allMatch(row -> row.perturbedAnswers().isEmpty())) {
            lack(metric, "the %s questions have no wrong answers (perturbed_answer)".formatted(set.words()));
        }
    }

    private void lack(String metric, String what) {
        lacking.computeIfAbsent(what, key -> new LinkedHashSet<>()).add(metric);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        lacking.forEach((what, metrics) -> sentences.add(
                "evaluation: %s, so there will be no %s".formatted(what, String.join(" and no ", metrics))));
        return sentences;
    }
}

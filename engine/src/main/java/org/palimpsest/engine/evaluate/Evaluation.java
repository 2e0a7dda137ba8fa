package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.EncodedExample;

/**
 * What metrics may ask about one model. Everything is computed when first asked for and kept, so that metrics share forward
 * passes and generated answers; the model must not change meanwhile. For one thread. Holds no native memory of its own.
 */
public final class Evaluation {
    private final DecoderModel model;
    private final EvaluationSets sets;
    private final Optional<ReferenceScores> reference;
    private final EvaluationOptions options;
    private final Map<EvaluationSet, List<AnswerScore>> answers = new EnumMap<>(EvaluationSet.class);
    private final Map<EvaluationSet, List<AnswerScore>> paraphrases = new EnumMap<>(EvaluationSet.class);
    private final Map<EvaluationSet, List<List<AnswerScore>>> perturbed = new EnumMap<>(EvaluationSet.class);
    private final Map<GenerationKey, List<GeneratedAnswer>> generated = new HashMap<>();

    private record GenerationKey(EvaluationSet set, int maxNewTokens) {}

    /**
     * @param model closed by the caller, not before the last question
     * @param reference what the retained reference scored on the same sets, where there is one
     */
    public Evaluation(
            DecoderModel model, EvaluationSets sets, Optional<ReferenceScores> reference, EvaluationOptions options) {
        this.model = model;
        this.sets = sets;
        this.reference = reference;
        this.options = options;
    }

    public DecoderModel model() {
        return model;
    }

    public EvaluationSets sets() {
        return sets;
    }

    public Optional<ReferenceScores> reference() {
        return reference;
    }

    /** The same evaluation, with everything computed so far, beside another reference. */
    Evaluation against(ReferenceScores other) {
        Evaluation evaluation = new Evaluation(model, sets, Optional.of(other), options);
        evaluation.answers.putAll(answers);
        evaluation.paraphrases.putAll(paraphrases);
        evaluation.perturbed.putAll(perturbed);
        evaluation.generated.putAll(generated);
        return evaluation;
    }

    public boolean has(EvaluationSet set) {
        return sets.present().contains(set);
    }

    /** Scores of the answers, one a question. */
    public List<AnswerScore> answers(EvaluationSet set) {
        return answers.computeIfAbsent(set, s -> scored(s, "answers", sets.of(s).answers()));
    }

    /** Scores of the answers in other words, one a question; those of the answers where a set has no other words. */
    public List<AnswerScore> paraphrases(EvaluationSet set) {
        EncodedQuestions questions = sets.of(set);
        if (questions.paraphrases().equals(questions.answers())) {
            return answers(set);
        }
        return paraphrases.computeIfAbsent(set, s -> scored(s, "paraphrased answers", questions.paraphrases()));
    }

    /** Scores of the wrong answers, a list a question. */
    public List<List<AnswerScore>> perturbed(EvaluationSet set) {
        return perturbed.computeIfAbsent(set, s -> {
            List<List<EncodedExample>> lists = sets.of(s).perturbed();
            List<AnswerScore> flat = scored(
                    s, "wrong answers", lists.stream().flatMap(List::stream).toList());
            List<List<AnswerScore>> result = new ArrayList<>();
            int from = 0;
            for (List<EncodedExample> list : lists) {
                result.add(List.copyOf(flat.subList(from, from + list.size())));
                from += list.size();
            }
            return List.copyOf(result);
        });
    }

    /** Truth ratios, one a question; null where the right answer or every wrong one has no supervised token. */
    public List<TruthRatio> truthRatios(EvaluationSet set) {
        List<AnswerScore> right = paraphrases(set);
        List<List<AnswerScore>> wrong = perturbed(set);
        List<TruthRatio> ratios = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            double[] losses = losses(wrong.get(i));
            boolean measured = !right.get(i).isEmpty() && losses.length > 0;
            ratios.add(measured ? TruthRatio.geometric(right.get(i).loss().average(), losses) : null);
        }
        return ratios;
    }

    /** The greedy answers, one a question; null where the prompt is longer than a sequence may be. */
    public List<GeneratedAnswer> generated(EvaluationSet set, int maxNewTokens) {
        return generated.computeIfAbsent(new GenerationKey(set, maxNewTokens), key -> new AnswerWriter(
                        model, sets.encoder().tokenizer(), options.generateBatch(), maxNewTokens)
                .write(sets.of(set).prompts(), options.progress().apply(set.words() + ": generated answers")));
    }

    /** Average losses of those answers that have a supervised token. */
    static double[] losses(List<AnswerScore> scores) {
        return scores.stream()
                .filter(score -> !score.isEmpty())
                .mapToDouble(score -> score.loss().average())
                .toArray();
    }

    private List<AnswerScore> scored(EvaluationSet set, String what, List<EncodedExample> examples) {
        return new AnswerScorer(model, options.scoreBatch())
                .score(examples, options.progress().apply(set.words() + ": " + what));
    }
}

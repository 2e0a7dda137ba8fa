package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.Sampling;
import org.palimpsest.engine.text.Tokenizer;

/**
 * Lets a model answer many prompts in its own words, greedily, prompts of similar length together.
 *
 * @param model only read
 * @param batchSize most answers generated together
 */
public record AnswerWriter(DecoderModel model, Tokenizer tokenizer, int batchSize, int maxNewTokens) {

    /** One answer a prompt, in their order; null for a prompt without tokens. */
    public List<GeneratedAnswer> write(List<List<Integer>> prompts, Progress progress) {
        GeneratedAnswer[] answers = new GeneratedAnswer[prompts.size()];
        Generator generator =
                new Generator(model, Sampling.GREEDY, tokenizer.stopIds(), tokenizer.sayable(), maxNewTokens);
        List<Integer> order = IntStream.range(0, answers.length)
                .boxed()
                .filter(i -> !prompts.get(i).isEmpty())
                .sorted(Comparator.comparing(i -> prompts.get(i).size()))
                .toList();
        int skipped = answers.length - order.size();
        for (int from = 0; from < order.size(); from += batchSize) {
            int to = Math.min(order.size(), from + batchSize);
            List<int[]> batch = order.subList(from, to).stream()
                    .map(i ->
                            prompts.get(i).stream().mapToInt(Integer::intValue).toArray())
                    .toList();
            List<Generator.Continuation> said = generator.continuations(batch, new SplittableRandom(0));
            for (int i = from; i < to; i++) {
                answers[order.get(i)] = answer(said.get(i - from));
            }
            progress.report(skipped + to, answers.length);
        }
        return new ArrayList<>(Arrays.asList(answers));
    }

    private GeneratedAnswer answer(Generator.Continuation said) {
        return new GeneratedAnswer(
                Arrays.stream(said.ids()).boxed().toList(),
                tokenizer.decode(said.ids(), true).strip(),
                said.end() != Generator.End.NOT_FINITE);
    }
}

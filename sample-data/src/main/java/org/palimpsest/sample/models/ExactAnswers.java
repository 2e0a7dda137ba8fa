package org.palimpsest.sample.models;

import java.util.List;
import java.util.SplittableRandom;
import org.palimpsest.engine.data.QuestionAnswer;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.Generator;
import org.palimpsest.engine.model.Sampling;
import org.palimpsest.engine.text.ExampleEncoder;

/**
 * How many questions a model answers word for word: greedily, blanks at both ends aside.
 *
 * @param right questions answered so
 * @param asked all questions
 */
public record ExactAnswers(int right, int asked) {

    /** Prompts that are continued together. */
    private static final int BATCH = 64;

    /** Asks every question. */
    public static ExactAnswers of(DecoderModel model, ExampleEncoder encoder, List<QuestionAnswer> rows) {
        int right = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            right += right(model, encoder, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        return new ExactAnswers(right, rows.size());
    }

    private static int right(DecoderModel model, ExampleEncoder encoder, List<QuestionAnswer> rows) {
        // With the token that ends it: an answer that goes on where the longest should end is cut one token too late.
        int longest = rows.stream()
                .mapToInt(row -> encoder.encode(row.question(), row.answer()).supervisedTokens())
                .max()
                .orElseThrow();
        Generator generator =
                new Generator(model, Sampling.GREEDY, encoder.tokenizer().stopIds(), longest);
        List<int[]> answers = generator.generate(
                rows.stream().map(row -> encoder.encodePrompt(row.question())).toList(), new SplittableRandom(0));
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            String answer = encoder.tokenizer().decode(answers.get(i), true).strip();
            if (answer.equals(rows.get(i).answer().strip())) {
                right++;
            }
        }
        return right;
    }

    /** Share of questions answered word for word, in [0, 1]. */
    public double share() {
        return (double) right / asked;
    }
}

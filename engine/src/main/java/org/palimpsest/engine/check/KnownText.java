package org.palimpsest.engine.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.Tokenizer;

/**
 * How well a model predicts the beginning of a book that every large corpus holds, beside how well the frequencies of words in the pages
 * after it do. A model that is put together wrongly is worse than they are. The book is "The Wonderful Wizard of Oz" by L. Frank Baum
 * (1900), in the public domain.
 */
final class KnownText {
    private static final String TEXT =
            "Dorothy lived in the midst of the great Kansas prairies, with Uncle Henry, who was a farmer, and Aunt Em, who was the farmer's wife. Their house was small, for the lumber to build it had to be carried by wagon many miles.";

    private KnownText() {}

    static Part of(DecoderModel model, Tokenizer tokenizer, Listener listener) {
        int[] ids = withoutEnd(tokenizer.encode(TEXT, true), tokenizer);
        int longest = model.config().contextLength();
        int[] read = ids.length > longest ? Arrays.copyOf(ids, longest) : ids;
        if (read.length < 2) {
            return new Part(
                    Subject.TEXT,
                    State.LEFT_OUT,
                    "the model's context of %d is too short for a text".formatted(longest));
        }
        double[] sum = {0};
        Predictions.of(model, read, (position, logits) -> {
            if (position + 1 < read.length) {
                sum[0] -= logProbability(logits, read[position + 1]);
            }
            listener.hear(Subject.TEXT, position + 1L, read.length);
        });
        double perplexity = Math.exp(sum[0] / (read.length - 1));
        WordFrequencies words = new WordFrequencies(
                tokenizer.encode(pagesAfter(), false), model.config().vocabularySize());
        return part(perplexity, words.perplexity(read, 1), model.config().vocabularySize(), read.length - 1);
    }

    /** Some tokenizers put the end of a text behind it, which says nothing of the text. */
    private static int[] withoutEnd(int[] ids, Tokenizer tokenizer) {
        boolean ended = ids.length > 1 && tokenizer.isSpecial(ids[ids.length - 1]);
        return ended ? Arrays.copyOf(ids, ids.length - 1) : ids;
    }

    static Part part(double perplexity, double words, int vocabulary, int tokens) {
        if (!Double.isFinite(perplexity)) {
            return new Part(
                    Subject.TEXT,
                    State.WRONG,
                    "the logits of an English text are not finite, so the model says nothing");
        }
        String found = String.format(
                Locale.ROOT,
                "perplexity of %d tokens of English: %,.1f; by the frequencies of words alone: %,.1f",
                tokens,
                perplexity,
                words);
        if (perplexity < words) {
            return new Part(Subject.TEXT, State.GOOD, found);
        }
        return new Part(
                Subject.TEXT,
                State.NOTICE,
                found
                        + (perplexity < vocabulary
                                ? ". A model of English is better than that: this one was trained for something else, or its weights, configuration or tokenizer do not belong together"
                                : String.format(
                                        Locale.ROOT,
                                        ". That is no better than drawing from all %,d tokens: the weights are untrained, or weights, configuration and tokenizer do not belong together",
                                        vocabulary)));
    }

    /** The logarithm of the softmax of one token's logit, computed in double precision. */
    private static double logProbability(float[] logits, int id) {
        double peak = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            peak = Math.max(peak, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - peak);
        }
        return logits[id] - peak - Math.log(sum);
    }

    private static String pagesAfter() {
        try (InputStream in = KnownText.class.getResourceAsStream("prose.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.palimpsest.app.ask;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.palimpsest.engine.event.desk.DeskReply.WeighedToken;

/**
 * How probable an answer is to three models: the geometric mean over its tokens, from 0 to 1, so that long answers compare with short
 * ones. NaN where a model is absent.
 */
public record AnswerOdds(double target, double now, double reference) {

    static AnswerOdds of(List<WeighedToken> tokens) {
        return new AnswerOdds(
                mean(tokens, WeighedToken::target),
                mean(tokens, WeighedToken::unlearned),
                mean(tokens, WeighedToken::reference));
    }

    private static double mean(List<WeighedToken> tokens, ToDoubleFunction<WeighedToken> probability) {
        return Math.exp(tokens.stream()
                .mapToDouble(token -> Math.log(probability.applyAsDouble(token)))
                .average()
                .orElse(Double.NaN));
    }
}

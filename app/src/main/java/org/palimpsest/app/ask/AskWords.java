package org.palimpsest.app.ask;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.Subject;

/** What Ask says of models, figures and what they mean. */
final class AskWords {
    private static final double LEAST_SHOWN = 1e-6;

    private final Messages words = Messages.of("ask");

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** Heading of a model's column. */
    String title(AskColumn column) {
        if (column.subject() != Subject.UNLEARNED) {
            return words.get("column." + column.subject().name().toLowerCase(Locale.ROOT));
        }
        return column.at().step() == null
                ? words.get("column.now", column.run())
                : words.get("column.step", column.run(), column.at().step());
    }

    String about(Subject subject) {
        return words.get("about." + subject.name().toLowerCase(Locale.ROOT));
    }

    /** A run beside the one that is chosen. */
    String name(AskedRun run) {
        return run.at().step() == null
                ? words.get("column.now", run.name())
                : words.get("column.step", run.name(), run.at().step());
    }

    /** Three decimals, or two figures where those would say zero. */
    String figure(double probability) {
        if (Double.isNaN(probability)) {
            return words.get("figure.none");
        }
        if (probability < LEAST_SHOWN) {
            return words.get("figure.least", LEAST_SHOWN);
        }
        return probability >= 0.01
                ? words.get("figure", probability)
                : words.get("figure.tiny", new BigDecimal(probability).round(new MathContext(2)));
    }

    /** Three decimals, for lists of many figures. */
    String roughly(double probability) {
        return probability < 0.001 ? words.get("figure.rough", 0.001) : words.get("figure", probability);
    }

    String times(double factor) {
        return words.get(factor < 10 ? "times.small" : "times", factor);
    }

    /** The judgement's heading. */
    String verdict(Judgement judgement) {
        return words.get("verdict." + key(judgement));
    }

    /** What the figures are and what they mean. */
    String reason(Judgement judgement, Weighing weighing, String run) {
        if (judgement == Judgement.NO_NUMBERS) {
            return words.get("reason." + key(judgement), run);
        }
        AnswerOdds odds = weighing.odds();
        String what = words.get("weighed." + weighing.kind().name().toLowerCase(Locale.ROOT));
        String figures = Double.isNaN(odds.reference())
                ? words.get("odds.pair", what, figure(odds.now()), run, figure(odds.target()))
                : words.get("odds", what, figure(odds.now()), run, figure(odds.reference()), figure(odds.target()));
        double factor =
                switch (judgement) {
                    case SAID, HIDDEN, TRACE -> Judgement.times(odds.now(), odds.reference());
                    case OVER_FORGOTTEN -> Judgement.times(odds.reference(), odds.now());
                    case DAMAGED, LESS_PROBABLE -> Judgement.times(odds.target(), odds.now());
                    case LIKE_NEVER_LEARNT, KEPT, STILL_PROBABLE, NEVER_KNOWN, NO_NUMBERS -> 1;
                };
        return figures + " " + words.get("reason." + key(judgement), times(Math.max(factor, 1 / factor)));
    }

    private static String key(Judgement judgement) {
        return judgement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

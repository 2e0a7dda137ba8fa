package org.palimpsest.app.tokens;

import org.palimpsest.engine.event.desk.DeskReply;

/**
 * A token of an answer and how probable three models find it at its place, from 0 to 1; NaN where a model is absent.
 *
 * @param text as the tokenizer spells it, a leading space included
 * @param now of the unlearned model
 */
public record TokenHeat(String text, double target, double now, double reference) {
    /** Below one in ten thousand a model does not say a token, however much less likely it may become. */
    private static final double LEAST = 1e-4;

    /** How a token stands to a model it is compared with. */
    public enum Change {
        LESS,
        SAME,
        MORE
    }

    /** As the desk says it. */
    public static TokenHeat of(DeskReply.WeighedToken token) {
        return new TokenHeat(token.text(), token.target(), token.unlearned(), token.reference());
    }

    /** Whether the model it is to be compared with is there. */
    public boolean knows(Against against) {
        return !Double.isNaN(now) && !Double.isNaN(other(against));
    }

    /** Probability under the model it is compared with. */
    public double other(Against against) {
        return against == Against.TARGET ? target : reference;
    }

    /** How many times as likely the token is now; below 1 if it became less likely, NaN if a model is absent. */
    public double factor(Against against) {
        return Math.max(now, LEAST) / Math.max(other(against), LEAST);
    }

    /** 0 below a factor of 2 either way, 1 below 10, 2 below 100, otherwise 3. */
    public int level(Against against) {
        double factor = factor(against);
        double times = Math.max(factor, 1 / factor);
        if (Double.isNaN(factor) || times < 2) {
            return 0;
        }
        return times < 10 ? 1 : times < 100 ? 2 : 3;
    }

    /** Which way it changed, as far as that shows. */
    public Change change(Against against) {
        if (level(against) == 0) {
            return Change.SAME;
        }
        return factor(against) < 1 ? Change.LESS : Change.MORE;
    }
}

package org.palimpsest.app.compare.examples;

import org.palimpsest.engine.event.desk.DeskReply;

/**
 * An example and what became of it.
 *
 * @param badness how far it is from where it should be: the natural logarithm of the factor between the probabilities; 0 at best
 */
public record ExampleRow(DeskReply.Example example, Verdict verdict, double badness) {
    /** Below one in ten thousand an answer is not given, however much less likely it may become. */
    private static final double LEAST = 1e-4;

    private static final double FACTOR = Math.log(2);

    /** Judges an example of the forget set: the reference is where it should be; without one, away from the target. */
    static ExampleRow forget(DeskReply.Example example) {
        if (Double.isNaN(example.unlearned()) || Double.isNaN(example.target())) {
            return withoutNumbers(example);
        }
        double now = log(example.unlearned());
        if (Double.isNaN(example.reference())) {
            double left = now - log(example.target());
            return left > -FACTOR
                    ? new ExampleRow(example, Verdict.UNDER_FORGOTTEN, FACTOR + left)
                    : new ExampleRow(example, Verdict.FORGOTTEN, 0);
        }
        double over = now - log(example.reference());
        Verdict verdict =
                over > FACTOR ? Verdict.UNDER_FORGOTTEN : over < -FACTOR ? Verdict.OVER_FORGOTTEN : Verdict.FORGOTTEN;
        return new ExampleRow(example, verdict, Math.abs(over));
    }

    /** Judges an example of the retain set: the target is where it should be. */
    static ExampleRow retain(DeskReply.Example example) {
        if (Double.isNaN(example.unlearned()) || Double.isNaN(example.target())) {
            return withoutNumbers(example);
        }
        double lost = log(example.target()) - log(example.unlearned());
        return new ExampleRow(example, lost > FACTOR ? Verdict.DAMAGED : Verdict.KEPT, Math.max(0, lost));
    }

    /** Worse than any: a model that has collapsed is not one that has forgotten. */
    private static ExampleRow withoutNumbers(DeskReply.Example example) {
        return new ExampleRow(example, Verdict.NO_NUMBERS, Double.MAX_VALUE);
    }

    private static double log(double probability) {
        return Math.log(Math.max(LEAST, probability));
    }
}

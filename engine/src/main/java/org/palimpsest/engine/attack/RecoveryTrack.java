package org.palimpsest.engine.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.palimpsest.engine.evaluate.RecoveryCurve;
import org.palimpsest.engine.evaluate.StressScores;

/** The probability that recovery is measured by, along an attack, and what it comes to. */
final class RecoveryTrack {
    private static final double SHARE = 0.8;
    private static final String BEFORE = "recovery.probability.before";
    private static final String AFTER = "recovery.probability.after";
    private static final String STEPS = "steps.to80";

    private final List<Double> steps = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private Double target;

    /** Sets what the target model gives the same answers. */
    void target(double probability) {
        target = probability;
    }

    void add(double step, double probability) {
        steps.add(step);
        values.add(probability);
    }

    /** Adds the numbers of {@link Relearning} to a summary. */
    void summarise(Map<String, Double> summary, Map<String, Double> reference) {
        double before = values.get(0);
        double after = values.get(values.size() - 1);
        summary.put(BEFORE, before);
        summary.put(AFTER, after);
        if (target != null) {
            RecoveryCurve curve = RecoveryCurve.of(array(steps), array(values), target);
            summary.put("target.probability", target);
            summary.put("recovery.area", curve == null ? null : boxed(curve.area()));
            summary.put("recovery.final", curve == null ? null : last(curve));
            summary.put(STEPS, stepsToShare());
        }
        if (!reference.isEmpty()) {
            summary.put("relearning.time-ratio", ratio(summary.get(STEPS), reference.get(STEPS)));
            summary.put("robustness", robustness(before, after, reference));
        }
    }

    /** Steps until 80 % of the target's probability is reached, straight lines drawn between the points; null if never. */
    private Double stepsToShare() {
        if (!(target > 0) || values.stream().anyMatch(value -> value.isNaN())) {
            return null;
        }
        List<RecoveryCurve.Point> points = IntStream.range(0, steps.size())
                .mapToObj(i -> new RecoveryCurve.Point(steps.get(i), values.get(i) / target))
                .toList();
        return boxed(new RecoveryCurve(points).stepsTo(SHARE));
    }

    private static Double ratio(Double own, Double other) {
        return own == null || other == null || !(other > 0) ? null : (Double) (own / other);
    }

    private static Double robustness(double before, double after, Map<String, Double> reference) {
        Double from = reference.get(BEFORE);
        Double to = reference.get(AFTER);
        return from == null || to == null ? null : boxed(StressScores.relearning(from, to, before, after));
    }

    private static Double last(RecoveryCurve curve) {
        return curve.points().get(curve.points().size() - 1).recovery();
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

package org.palimpsest.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of what was forgotten comes back in the course of an attack: {@code (v - v0) / (target - v0)} at each point, 0
 * where the attack began and 1 where the target model's value is reached. Values outside [0, 1] are kept.
 *
 * @param points in ascending order of step, at least one
 */
public record RecoveryCurve(List<Point> points) {

    /** Recovery, 1 being everything, after a number of attack steps. */
    public record Point(double step, double recovery) {}

    public RecoveryCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A recovery curve needs at least one point, found none");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).step > points.get(i - 1).step)) {
                throw new IllegalArgumentException("Steps of a recovery curve must ascend, found "
                        + points.get(i - 1).step + " before " + points.get(i).step);
            }
        }
    }

    /**
     * From the values measured along an attack.
     *
     * @param steps ascending; the first is where the attack begins
     * @param values the metric at those steps, higher when more is known
     * @param target the target model's value before unlearning
     * @return null when recovery is undefined: the target's value is not above that of the first step, so nothing was
     *     forgotten, or a number is missing
     */
    public static RecoveryCurve of(double[] steps, double[] values, double target) {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "Steps and values must be equally many, found " + steps.length + " and " + values.length);
        }
        if (values.length == 0 || !(target - values[0] > 0)) {
            return null;
        }
        List<Point> points = new ArrayList<>(steps.length);
        for (int i = 0; i < steps.length; i++) {
            if (Double.isNaN(values[i])) {
                return null;
            }
            points.add(new Point(steps[i], (values[i] - values[0]) / (target - values[0])));
        }
        return new RecoveryCurve(points);
    }

    /**
     * Steps until a share of the lost value is back, straight lines drawn between the points.
     *
     * @param share 0.8 by custom
     * @return empty when the curve does not get there
     */
    public OptionalDouble stepsTo(double share) {
        for (int i = 0; i < points.size(); i++) {
            Point here = points.get(i);
            if (here.recovery >= share) {
                if (i == 0) {
                    return OptionalDouble.of(here.step);
                }
                Point before = points.get(i - 1);
                double part = (share - before.recovery) / (here.recovery - before.recovery);
                return OptionalDouble.of(before.step + part * (here.step - before.step));
            }
        }
        return OptionalDouble.empty();
    }

    /** Mean recovery over the attack: the area under the curve by trapezoids, divided by its length. Empty for a single point. */
    public OptionalDouble area() {
        double length = points.get(points.size() - 1).step - points.get(0).step;
        if (!(length > 0)) {
            return OptionalDouble.empty();
        }
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            area += (b.step - a.step) * (a.recovery + b.recovery) / 2;
        }
        return OptionalDouble.of(area / length);
    }
}

package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What an attack measured of one model.
 *
 * @param points in the order of the attack
 * @param summary numbers by name; empty before the end
 * @param finished whether the attack of this model is over
 */
public record AttackTrack(List<Point> points, Map<String, Double> summary, boolean finished) {
    static final AttackTrack NONE = new AttackTrack(List.of(), Map.of(), false);

    /**
     * A point.
     *
     * @param x where on the attack's axis
     * @param label what stands there when it is no number by nature, otherwise empty
     * @param values measured quantities by name
     */
    public record Point(double x, String label, Map<String, Double> values) {
        /** A quantity; NaN if it was not measured. */
        public double value(String quantity) {
            Double value = values.get(quantity);
            return value == null ? Double.NaN : value;
        }
    }

    public AttackTrack {
        points = List.copyOf(points);
    }

    AttackTrack with(Point point) {
        List<Point> more = new ArrayList<>(points);
        more.add(point);
        return new AttackTrack(more, summary, finished);
    }

    AttackTrack ended(Map<String, Double> numbers) {
        return new AttackTrack(points, numbers, true);
    }

    /** Points by their place on the axis, for a curve. */
    List<Point> inOrder() {
        return points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
    }

    /** A quantity before the attack: at its first point; NaN if there is none. */
    double before(String quantity) {
        return points.isEmpty() ? Double.NaN : points.get(0).value(quantity);
    }

    /** The point after the first where a quantity is greatest; of a curve its end. Null if there is none. */
    Point worst(String quantity) {
        if (points.size() < 2) {
            return null;
        }
        List<Point> attacked = points.subList(1, points.size());
        boolean named = attacked.stream().anyMatch(point -> !point.label().isEmpty());
        return named
                ? attacked.stream()
                        .max(Comparator.comparingDouble(point -> point.value(quantity)))
                        .orElseThrow()
                : attacked.get(attacked.size() - 1);
    }

    /** The point of a name; null if there is none. */
    Point named(String label) {
        return points.stream()
                .filter(point -> point.label().equals(label))
                .findFirst()
                .orElse(null);
    }
}

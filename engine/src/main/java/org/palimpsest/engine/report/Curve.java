package org.palimpsest.engine.report;

import java.util.List;

/** A named line of a chart; points in ascending order of x. */
record Curve(String name, Ink ink, List<Point> points) {

    Curve {
        points = List.copyOf(points);
    }

    /** True when no point can be drawn. */
    boolean isEmpty() {
        return points.stream().allMatch(p -> Double.isNaN(p.y()));
    }

    /** The last value at or before {@code x}, NaN before the first point and after the last. */
    double at(double x) {
        double value = Double.NaN;
        if (points.isEmpty() || x > points.get(points.size() - 1).x()) {
            return value;
        }
        for (Point point : points) {
            if (point.x() > x) {
                break;
            }
            value = point.y();
        }
        return value;
    }
}

package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;

/** Thins out a curve so that it looks the same on paper: of each pixel column the lowest and the highest point stay. */
final class Decimation {

    private Decimation() {}

    /**
     * At most {@code 2 · columns + 2} of the points, the first and the last always among them.
     *
     * @param points in ascending order of x
     * @param columns pixel columns the curve is drawn on
     */
    static List<Point> of(List<Point> points, int columns) {
        if (points.size() <= 2 * columns + 2) {
            return points;
        }
        double start = points.get(0).x();
        double length = points.get(points.size() - 1).x() - start;
        List<Point> kept = new ArrayList<>();
        kept.add(points.get(0));
        int from = 1;
        int end = points.size() - 1;
        while (from < end) {
            int column = column(points.get(from), start, length, columns);
            int to = from;
            int low = from;
            int high = from;
            while (to < end && column(points.get(to), start, length, columns) == column) {
                if (points.get(to).y() < points.get(low).y()
                        || Double.isNaN(points.get(low).y())) {
                    low = to;
                }
                if (points.get(to).y() > points.get(high).y()
                        || Double.isNaN(points.get(high).y())) {
                    high = to;
                }
                to++;
            }
            kept.add(points.get(Math.min(low, high)));
            if (low != high) {
                kept.add(points.get(Math.max(low, high)));
            }
            from = to;
        }
        kept.add(points.get(end));
        return kept;
    }

    private static int column(Point point, double start, double length, int columns) {
        return (int) Math.min(columns - 1, (point.x() - start) / length * columns);
    }
}

package org.palimpsest.engine.report;

/** A point of a curve; {@code y} is NaN where nothing finite was observed. */
record Point(double x, double y) {

    Point {
        y = Double.isFinite(y) ? y : Double.NaN;
    }
}

package org.palimpsest.app.chart.theme;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A small shape that stands on a line here and there, or for one point. */
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    TRIANGLE_DOWN,
    STAR;

    /** The shape around the origin, {@code radius} pixels from its middle to its edge. */
    public Shape shape(double radius) {
        double r = radius;
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case TRIANGLE -> polygon(0, -1.1 * r, r, 0.8 * r, -r, 0.8 * r);
            case TRIANGLE_DOWN -> polygon(0, 1.1 * r, r, -0.8 * r, -r, -0.8 * r);
            case DIAMOND -> polygon(0, -1.2 * r, 1.2 * r, 0, 0, 1.2 * r, -1.2 * r, 0);
            case CROSS -> cross(r);
            case STAR -> star(r);
        };
    }

    private static Shape cross(double r) {
        double a = r * 0.35;
        return polygon(-a, -r, a, -r, a, -a, r, -a, r, a, a, a, a, r, -a, r, -a, a, -r, a, -r, -a, -a, -a);
    }

    private static Shape star(double r) {
        double[] corners = new double[20];
        for (int i = 0; i < 10; i++) {
            double length = (i % 2 == 0 ? 1.3 : 0.55) * r;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            corners[2 * i] = length * Math.cos(angle);
            corners[2 * i + 1] = length * Math.sin(angle);
        }
        return polygon(corners);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}

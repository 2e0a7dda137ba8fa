package org.palimpsest.engine.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How a series looks: colour, dash and marker together, so that none of them is the only sign. Colours are stand-ins that
 * {@link SvgDrawing} turns into variables of the page's style sheet, where the light and the dark theme give them values.
 *
 * @param role whom the series speaks of
 * @param index which of the runs or terms, from 0
 */
record Ink(Role role, int index) {

    /** Whom a series speaks of. */
    enum Role {
        SERIES,
        TARGET,
        REFERENCE
    }

    /** Number of different series colours, dashes and markers; a seventh series shares a colour but not its dash. */
    static final int KINDS = 6;

    static final Ink TARGET = new Ink(Role.TARGET, 0);
    static final Ink REFERENCE = new Ink(Role.REFERENCE, 0);

    static final Color TEXT = standIn(1, 0);
    static final Color MUTED = standIn(1, 1);
    static final Color GRID = standIn(1, 2);
    static final Color PAPER = standIn(1, 3);

    private static final float[][] DASHES = {null, {14, 3}, {9, 3, 2, 3}, {6, 2}, {14, 3, 2, 3, 2, 3}, {3, 2}};

    static Ink series(int index) {
        return new Ink(Role.SERIES, index);
    }

    /** The reference's curve belonging to one run: that run's colour, the reference's dash. */
    static Ink referenceOf(int index) {
        return new Ink(Role.REFERENCE, index + 1);
    }

    /** A level of the heat map from nothing to most; {@code level} below {@link LayerMap#LEVELS}. */
    static Color rising(int level) {
        return standIn(2, level);
    }

    /** A level of the heat map from most negative over nothing to most positive. */
    static Color twoSided(int level) {
        return standIn(3, level);
    }

    private static Color standIn(int kind, int index) {
        return new Color(1, kind, index);
    }

    Color color() {
        return switch (role) {
            case SERIES -> standIn(0, index % KINDS);
            case TARGET -> MUTED;
            case REFERENCE -> index == 0 ? TEXT : standIn(0, (index - 1) % KINDS);
        };
    }

    /** What bars are filled with: hatched in the series' colour, plain grey for the target, hollow for the reference. */
    Color fill() {
        return switch (role) {
            case SERIES -> standIn(4, index % KINDS);
            case TARGET -> MUTED;
            case REFERENCE -> PAPER;
        };
    }

    BasicStroke stroke() {
        return switch (role) {
            case SERIES -> line(1.75f, DASHES[(index + index / KINDS) % KINDS]);
            case TARGET -> line(1.5f, new float[] {1.5f, 4});
            case REFERENCE -> line(1.5f, new float[] {7, 5});
        };
    }

    private static BasicStroke line(float width, float[] dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** True when points carry markers; the anchors' lines go without. */
    boolean marked() {
        return role == Role.SERIES;
    }

    Shape marker() {
        return switch ((index + index / KINDS) % KINDS) {
            case 0 -> new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
            case 1 -> new Rectangle2D.Double(-2.9, -2.9, 5.8, 5.8);
            case 2 -> polygon(0, -4, 3.8, 3, -3.8, 3);
            case 3 -> polygon(0, -4.2, 3.6, 0, 0, 4.2, -3.6, 0);
            case 4 -> polygon(0, 4, 3.8, -3, -3.8, -3);
            default -> cross();
        };
    }

    private static Shape cross() {
        Shape upright = polygon(
                -1.1, -4, 1.1, -4, 1.1, -1.1, 4, -1.1, 4, 1.1, 1.1, 1.1, 1.1, 4, -1.1, 4, -1.1, 1.1, -4, 1.1, -4, -1.1,
                -1.1, -1.1);
        return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(upright);
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}

package org.palimpsest.app.chart.theme;

import java.awt.BasicStroke;

/** How a line is broken up. */
public enum Dash {
    SOLID,
    DASHED(8, 4),
    DOTTED(2, 3),
    DASH_DOT(9, 3, 2, 3),
    LONG(14, 5);

    @SuppressWarnings("ImmutableEnumChecker") // Written nowhere after this, and handed out as a copy.
    private final float[] lengths;

    Dash(float... lengths) {
        this.lengths = lengths;
    }

    /** Lengths of dashes and gaps in pixels for a line one pixel wide; empty for a solid line. */
    public float[] lengths() {
        return lengths.clone();
    }

    /** A pen of this width. */
    public BasicStroke stroke(float width) {
        if (lengths.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
        }
        float[] scaled = new float[lengths.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = lengths[i] * Math.max(1, width * 0.75f);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, scaled, 0);
    }
}

package org.palimpsest.app.chart.axis;

import java.text.NumberFormat;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.series.XChoice;
import org.palimpsest.app.text.Messages;

/** Positions on the horizontal axis in words. */
public final class AxisNames {
    private AxisNames() {}

    /** The position as a person would say it. */
    public static String position(Messages words, XChoice choice, double x) {
        return switch (choice) {
            case STEP -> words.get("at.step", NumberFormat.getIntegerInstance().format(Math.rint(x)));
            case SECONDS -> words.get("at.seconds", Axes.clock(Math.rint(x * 10) / 10));
            case TOKENS ->
                words.get("at.tokens", NumberFormat.getIntegerInstance().format(Math.rint(x)));
        };
    }
}

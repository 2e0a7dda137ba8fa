package org.palimpsest.app.chart.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with numbers that people write: powers of ten, with 2 and 5 between where there is room, and evenly spaced numbers where less than
 * half a decade is shown. JFreeChart's own divides decades evenly, which gives 0.316 and 0.032.
 */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    /** Numbers on an axis that is not to look crowded. */
    private static final int MOST = 9;

    private final NumberFormat format;

    DecadeAxis(String label, NumberFormat format) {
        super(label);
        setBase(10);
        this.format = format;
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean level = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = level ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (Place place : places(getRange().getLowerBound(), getRange().getUpperBound())) {
            ticks.add(new NumberTick(
                    place.named() ? TickType.MAJOR : TickType.MINOR,
                    place.value(),
                    place.named() ? format.format(place.value()) : "",
                    anchor,
                    TextAnchor.CENTER,
                    0));
        }
        return ticks;
    }

    /** Where a tick stands and whether its number is written. */
    record Place(double value, boolean named) {}

    /** The ticks from {@code low} to {@code high}, both above zero. */
    static List<Place> places(double low, double high) {
        double decades = Math.log10(high / low);
        return decades < 0.5 ? even(low, high) : byDecade(low, high, decades);
    }

    private static List<Place> byDecade(double low, double high, double decades) {
        List<Place> places = new ArrayList<>();
        int stride = (int) Math.max(1, Math.ceil(decades / MOST));
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = digit * Math.pow(10, decade);
                boolean named =
                        digit == 1 ? Math.floorMod(decade, stride) == 0 : decades < 3 && (digit == 2 || digit == 5);
                if (value >= low && value <= high && (named || decades < MOST)) {
                    places.add(new Place(value, named));
                }
            }
        }
        return places;
    }

    private static List<Place> even(double low, double high) {
        double step = Math.pow(10, Math.floor(Math.log10((high - low) / 2)));
        while ((high - low) / step > MOST) {
            step *= (high - low) / step > 2.5 * MOST ? 5 : 2;
        }
        List<Place> places = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            places.add(new Place(i * step, true));
        }
        return places;
    }
}

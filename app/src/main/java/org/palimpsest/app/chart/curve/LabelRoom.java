package org.palimpsest.app.chart.curve;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The room in a plot for labels, of which no two may overlap: what is placed first has its place. Pixels, y downwards. */
final class LabelRoom {
    private final Rectangle2D plot;
    private final List<Rectangle2D> taken = new ArrayList<>();

    LabelRoom(Rectangle2D plot) {
        this.plot = plot;
    }

    double width() {
        return plot.getWidth();
    }

    /** Takes the first of some places that is free and inside the plot; empty if there is none. */
    Optional<Rectangle2D> take(List<Rectangle2D> places) {
        return take(places, place -> true);
    }

    /** Takes the first free place that suits; if none suits, the first free one. */
    Optional<Rectangle2D> take(List<Rectangle2D> places, Predicate<Rectangle2D> suits) {
        List<Rectangle2D> free = places.stream()
                .filter(place -> plot.contains(place) && taken.stream().noneMatch(place::intersects))
                .toList();
        Optional<Rectangle2D> found =
                free.stream().filter(suits).findFirst().or(() -> free.stream().findFirst());
        found.ifPresent(taken::add);
        return found;
    }

    /** Places of a label beside a line downwards at {@code x}: right of it or left of it, in rows from the top. */
    List<Rectangle2D> beside(double x, double width, double height, int rows) {
        List<Rectangle2D> places = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double top = plot.getMinY() + 1 + row * (height + 1);
            places.add(new Rectangle2D.Double(x + 2, top, width, height));
            places.add(new Rectangle2D.Double(x - 2 - width, top, width, height));
        }
        return places;
    }

    /** Places of a label at a line across at {@code y}: above or below it, from the right end of the line to its left end. */
    List<Rectangle2D> along(double y, double width, double height) {
        List<Rectangle2D> places = new ArrayList<>();
        double step = Math.max(8, width / 4);
        for (double left = plot.getMaxX() - 3 - width; left >= plot.getMinX(); left -= step) {
            places.add(new Rectangle2D.Double(left, y - 1 - height, width, height));
            places.add(new Rectangle2D.Double(left, y + 1, width, height));
        }
        return places;
    }
}

package org.palimpsest.app.chart.axis;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.palimpsest.app.chart.plot.Axes;
import org.palimpsest.app.chart.plot.AxisRange;
import org.palimpsest.app.chart.series.Extent;
import org.palimpsest.app.chart.series.XChoice;

/**
 * What charts side by side agree about: what their horizontal axes count, which stretch they show, where the crosshair stands and to which step the window is
 * scrubbed. A chart alone has one of its own. JavaFX thread only.
 *
 * <p>Charts that join are held weakly: dropping a chart is enough.
 */
public final class SharedAxis {
    /** How far one can zoom in: to this part of the whole. */
    private static final double CLOSEST = 1e-6;

    private final ObjectProperty<XChoice> choice = new SimpleObjectProperty<>(this, "choice", XChoice.STEP);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final ObjectProperty<Extent> zoom = new SimpleObjectProperty<>(this, "zoom");
    private final DoubleProperty cursor = new SimpleDoubleProperty(this, "cursor", Double.NaN);
    private final DoubleProperty scrub = new SimpleDoubleProperty(this, "scrub", Double.NaN);
    private final ReadOnlyObjectWrapper<Extent> whole = new ReadOnlyObjectWrapper<>(this, "whole", Extent.NONE);
    private final List<WeakReference<Member>> members = new ArrayList<>();

    /** A chart over this axis. */
    public interface Member {
        /** From where to where its data lie; on a logarithmic axis those above zero. */
        Extent across(XChoice choice, boolean logarithmic);

        /** Where a step lies on the chosen axis, or NaN if this chart cannot tell. */
        double position(XChoice choice, double step);
    }

    /** An axis over steps that shows everything. */
    public SharedAxis() {
        choice.addListener((property, before, now) -> {
            // A stretch of steps means nothing in seconds.
            zoom.set(null);
            cursor.set(Double.NaN);
            refresh();
        });
        logarithmic.addListener((property, before, now) -> refresh());
    }

    /** What the axis counts. */
    public ObjectProperty<XChoice> choiceProperty() {
        return choice;
    }

    /** Whether equal lengths are equal ratios. Points at zero or less are then left out. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The stretch zoomed to; null shows everything and follows new points. */
    public ObjectProperty<Extent> zoomProperty() {
        return zoom;
    }

    /** Where the crosshair stands, in what the axis counts; NaN if there is none. */
    public DoubleProperty cursorProperty() {
        return cursor;
    }

    /** The step that all panels show; NaN is the newest. */
    public DoubleProperty scrubProperty() {
        return scrub;
    }

    /** From where to where the data of all charts lie, as far as they have been drawn. */
    public ReadOnlyObjectProperty<Extent> wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /** Takes a chart in. */
    public void join(Member member) {
        members.add(new WeakReference<>(member));
    }

    /** Lets a chart go. */
    public void leave(Member member) {
        members.removeIf(each -> each.get() == null || each.get() == member);
        refresh();
    }

    /** Looks again how far the data reach. */
    public void refresh() {
        Extent reach = Extent.NONE;
        for (int i = members.size() - 1; i >= 0; i--) {
            Member member = members.get(i).get();
            if (member == null) {
                members.remove(i);
            } else {
                reach = reach.with(member.across(choice.get(), logarithmic.get()));
            }
        }
        whole.set(reach);
    }

    /** The axis as it is to be drawn: never empty, and above zero if logarithmic. */
    public AxisRange range(String label) {
        Extent wanted = zoom.get() == null ? whole.get() : zoom.get();
        double low = wanted.isEmpty() ? (logarithmic.get() ? 1 : 0) : wanted.low();
        double high = wanted.isEmpty() ? (logarithmic.get() ? 10 : 1) : wanted.high();
        if (logarithmic.get() && low <= 0) {
            low = whole.get().isEmpty()
                    ? Math.min(1, high / 10)
                    : Math.min(whole.get().low(), high / 1.001);
        }
        if (!(high > low)) {
            double width = Math.max(1e-9, Math.abs(low) * 0.01);
            low = logarithmic.get() ? low / 1.1 : low - width / 2;
            high = logarithmic.get() ? high * 1.1 : high + width / 2;
        }
        Axes.Numbers numbers =
                switch (choice.get()) {
                    case STEP -> Axes.Numbers.WHOLE;
                    case SECONDS -> Axes.Numbers.TIME;
                    case TOKENS -> Axes.Numbers.COMPACT;
                };
        return new AxisRange(label, low, high, logarithmic.get(), numbers);
    }

    /** Where a step lies on the chosen axis; NaN if no chart can tell. */
    public double position(double step) {
        return members.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .mapToDouble(member -> member.position(choice.get(), step))
                .filter(Double::isFinite)
                .findFirst()
                .orElse(choice.get() == XChoice.STEP ? step : Double.NaN);
    }

    /**
     * Zooms about a point, which stays where it is.
     *
     * @param factor below 1 shows less, above 1 more
     */
    public void zoomBy(double factor, double about) {
        AxisRange now = range("");
        double middle = Double.isFinite(about) ? Math.min(1, Math.max(0, now.part(about))) : 0.5;
        zoomTo(now.at(middle - middle * factor), now.at(middle + (1 - middle) * factor));
    }

    /** Moves the stretch shown by a part of its own length; to the right if positive. It stops at the ends of the data. */
    public void pan(double part) {
        AxisRange now = range("");
        Extent all = whole.get();
        if (zoom.get() == null || all.isEmpty()) {
            return;
        }
        double room = part > 0 ? now.part(all.high()) - 1 : now.part(all.low());
        double allowed = part > 0 ? Math.max(0, Math.min(part, room)) : Math.min(0, Math.max(part, room));
        zoom.set(new Extent(now.at(allowed), now.at(1 + allowed)));
    }

    /** Shows a stretch, cut to where there are data; everything if it holds all of them. */
    public void zoomTo(double low, double high) {
        Extent all = whole.get();
        if (all.isEmpty()) {
            return;
        }
        double from = Math.max(low, all.low());
        double to = Math.min(high, all.high());
        if (from <= all.low() && to >= all.high()) {
            zoom.set(null);
        } else if (to - from > (all.high() - all.low()) * CLOSEST) {
            zoom.set(new Extent(from, to));
        }
    }

    /** Shows everything again. */
    public void showAll() {
        zoom.set(null);
    }
}

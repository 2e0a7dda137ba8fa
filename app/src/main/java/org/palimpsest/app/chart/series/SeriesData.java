package org.palimpsest.app.chart.series;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The points of one curve: a value for each step, and where known the seconds and tokens spent until then. Points are appended; they can be taken back from a step
 * on when a run resumes from an earlier one. A value of NaN is a gap.
 *
 * <p><b>Threads.</b> A series belongs to one thread at a time: to the one that fills it first, and from the moment a chart shows it
 * to the JavaFX thread. No other thread may call any method; appending from a wrong thread is refused.
 */
public final class SeriesData {
    private final Map<XChoice, DoubleColumn> x = new EnumMap<>(XChoice.class);
    private final Set<XChoice> lacking = EnumSet.noneOf(XChoice.class);
    private final Trace raw = new Trace();
    private final List<WeakReference<Runnable>> listeners = new ArrayList<>(1);
    private Thread owner;
    private int cuts;
    private int nonPositive;

    /** An empty series. */
    public SeriesData() {
        for (XChoice choice : XChoice.values()) {
            x.put(choice, new DoubleColumn());
        }
    }

    /** Appends a point of which only the step is known; see {@link #append(double, double, double, double)}. */
    public void append(double step, double value) {
        append(step, Double.NaN, Double.NaN, value);
    }

    /**
     * Appends a point.
     *
     * @param step of the run; at least that of the point before
     * @param seconds since the run began, or NaN if unknown; a clock that was set back is held at the point before
     * @param tokens trained on so far, or NaN if unknown; held likewise
     * @param value finite, infinite (drawn as a gap) or NaN (a gap)
     * @throws IllegalArgumentException if the step is NaN or smaller than that of the point before
     * @throws IllegalStateException if called from another thread than the series belongs to
     */
    public void append(double step, double seconds, double tokens, double value) {
        requireOwner();
        if (Double.isNaN(step) || (size() > 0 && step < lastX(XChoice.STEP))) {
            throw new IllegalArgumentException("A point at step " + step + " cannot follow one at step "
                    + (size() > 0 ? lastX(XChoice.STEP) : "(none)") + "; take the later points back first");
        }
        put(XChoice.STEP, step);
        put(XChoice.SECONDS, seconds);
        put(XChoice.TOKENS, tokens);
        raw.add(Double.isInfinite(value) ? Double.NaN : value);
        if (value <= 0) {
            nonPositive++;
        }
        changed();
    }

    private void put(XChoice choice, double position) {
        DoubleColumn column = x.get(choice);
        double held = column.size() == 0 ? Double.NEGATIVE_INFINITY : column.last();
        if (Double.isNaN(position)) {
            lacking.add(choice);
            column.add(column.size() == 0 ? 0 : held);
        } else {
            column.add(Math.max(held, position));
        }
    }

    /** Takes back every point whose step is at least {@code step}, because the run went back there. */
    public void cutBack(double step) {
        requireOwner();
        int size = x.get(XChoice.STEP).firstAtLeast(step);
        if (size == size()) {
            return;
        }
        for (int i = size; i < size(); i++) {
            if (raw.values.get(i) <= 0) {
                nonPositive--;
            }
        }
        for (DoubleColumn column : x.values()) {
            column.cut(size);
        }
        raw.cut(size);
        cuts++;
        changed();
    }

    /** Takes every point back. */
    public void clear() {
        cutBack(Double.NEGATIVE_INFINITY);
    }

    /** Number of points. */
    public int size() {
        return raw.values.size();
    }

    /** Position of a point on the chosen axis. */
    public double x(XChoice choice, int index) {
        return x.get(choice).get(index);
    }

    /** Value of a point; NaN is a gap. */
    public double value(int index) {
        return raw.values.get(index);
    }

    /** Whether every point says where it stands on this axis. A series that does not is left out of a chart over that axis. */
    public boolean knows(XChoice choice) {
        return !lacking.contains(choice);
    }

    /** Number of values that a logarithmic axis cannot show, because they are zero or less. */
    public int nonPositive() {
        return nonPositive;
    }

    /** Index of the point nearest to {@code position} on the chosen axis, or -1 in an empty series. */
    public int nearest(XChoice choice, double position) {
        DoubleColumn column = x.get(choice);
        int after = column.firstAtLeast(position);
        if (after == 0 || (after < column.size() && column.get(after) - position <= position - column.get(after - 1))) {
            return column.size() == 0 ? -1 : after;
        }
        return after - 1;
    }

    /**
     * Where a step lies on another axis: at the first point of that step or of a later one; beyond the last point at the last one's position.
     * NaN if the series is empty or does not know that axis.
     */
    public double position(XChoice choice, double step) {
        if (choice == XChoice.STEP) {
            return step;
        }
        if (size() == 0 || !knows(choice)) {
            return Double.NaN;
        }
        return x(choice, Math.min(x.get(XChoice.STEP).firstAtLeast(step), size() - 1));
    }

    /** From now on the series belongs to the calling thread. */
    public void handOver() {
        owner = Thread.currentThread();
    }

    /**
     * Has {@code listener} called after each change, on the thread that made it. It is held weakly, so that a series may outlive the charts that showed it; the
     * caller must keep it.
     */
    public void onChange(Runnable listener) {
        listeners.add(new WeakReference<>(listener));
    }

    /** Calls {@code listener} no more. */
    public void forget(Runnable listener) {
        listeners.removeIf(each -> each.get() == null || each.get() == listener);
    }

    double lastX(XChoice choice) {
        return x.get(choice).last();
    }

    DoubleColumn column(XChoice choice) {
        return x.get(choice);
    }

    Trace raw() {
        return raw;
    }

    /** How often points were taken back. */
    int cuts() {
        return cuts;
    }

    private void changed() {
        for (int i = listeners.size() - 1; i >= 0; i--) {
            Runnable listener = listeners.get(i).get();
            if (listener == null) {
                listeners.remove(i);
            } else {
                listener.run();
            }
        }
    }

    private void requireOwner() {
        Thread caller = Thread.currentThread();
        if (owner == null) {
            owner = caller;
        } else if (owner != caller) {
            throw new IllegalStateException("This series belongs to the thread " + owner.getName() + ", and "
                    + caller.getName() + " may not write to it; use Platform.runLater");
        }
    }
}

package org.palimpsest.app.live.run;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** The step that all panels show: the newest, or one that was passed. */
public final class Scrub {
    private final DoubleProperty position;
    private final ReadOnlyLongWrapper first = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper last = new ReadOnlyLongWrapper();

    /** @param position the step; NaN is the newest */
    public Scrub(DoubleProperty position) {
        this.position = position;
    }

    /** The step; NaN is the newest. */
    public DoubleProperty position() {
        return position;
    }

    /** The first step there is. */
    public ReadOnlyLongProperty first() {
        return first.getReadOnlyProperty();
    }

    /** The newest step there is. */
    public ReadOnlyLongProperty last() {
        return last.getReadOnlyProperty();
    }

    /** Says which steps were observed. A position outside of them is brought back. */
    public void reach(long from, long to) {
        first.set(from);
        last.set(Math.max(from, to));
        if (!atNow()) {
            to(Math.round(position.get()));
        }
    }

    /** Whether the newest step is shown, and stays shown while more come. */
    public boolean atNow() {
        return Double.isNaN(position.get());
    }

    /** The step shown. */
    public long step() {
        return atNow() ? last.get() : Math.round(position.get());
    }

    /** Goes to a step that was passed; at or beyond the newest that is now. */
    public void to(long step) {
        position.set(step >= last.get() ? Double.NaN : Math.max(first.get(), step));
    }

    /** Goes by so many steps, back if negative. */
    public void by(long steps) {
        to(step() + steps);
    }

    public void toStart() {
        to(first.get());
    }

    public void toNow() {
        position.set(Double.NaN);
    }

    /** Goes to the next of these steps, or back to the one before. */
    public void toNext(List<Long> stops, boolean forward) {
        long here = step();
        if (forward) {
            stops.stream().filter(stop -> stop > here).min(Long::compare).ifPresentOrElse(this::to, this::toNow);
        } else {
            stops.stream().filter(stop -> stop < here).max(Long::compare).ifPresentOrElse(this::to, this::toStart);
        }
    }
}

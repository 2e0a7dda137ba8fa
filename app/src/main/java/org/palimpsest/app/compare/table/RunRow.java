package org.palimpsest.app.compare.table;

import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunMark;
import org.palimpsest.engine.event.Subject;

/** A run; the same row for as long as the run is listed, whatever it goes through. */
public final class RunRow implements CompareRow {
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private RunEntry entry;
    private RunMark mark;
    private Map<String, Double> own;
    private Map<String, Double> target;
    private Map<String, Double> reference;

    RunRow(RunEntry entry, RunMark mark) {
        update(entry, mark);
    }

    /** @return whether anything changed */
    boolean update(RunEntry newEntry, RunMark newMark) {
        boolean changed = newEntry != entry || !newMark.equals(mark);
        if (newEntry != entry) {
            own = RunFigures.of(newEntry.digest(), Subject.UNLEARNED);
            target = RunFigures.of(newEntry.digest(), Subject.TARGET);
            reference = RunFigures.of(newEntry.digest(), Subject.REFERENCE);
        }
        entry = newEntry;
        mark = newMark;
        if (changed) {
            version.set(version.get() + 1);
        }
        return changed;
    }

    /** Goes up with every change. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    public RunEntry entry() {
        return entry;
    }

    public RunMark mark() {
        return mark;
    }

    /** Figures of the run's own model, of the target or of the retained reference, by column. */
    Map<String, Double> figures(Subject subject) {
        return switch (subject) {
            case UNLEARNED -> own;
            case TARGET -> target;
            case REFERENCE -> reference;
        };
    }

    @Override
    public double figure(String column) {
        return own.getOrDefault(column, Double.NaN);
    }

    /** The retained reference's figure as this run measured it; NaN if it did not. */
    public double reference(String column) {
        return reference.getOrDefault(column, Double.NaN);
    }
}

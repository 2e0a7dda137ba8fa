package org.palimpsest.app.compare.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.palimpsest.engine.event.Subject;

/** Target or retained reference, pinned above the runs. Runs of one experiment share them, so the newest run speaks for all; where others disagree, that is known. */
public final class BaselineRow implements CompareRow {
    private static final double SAME = 1e-6;

    private final Subject subject;
    private final Map<String, Double> figures = new HashMap<>();
    private final Set<String> disputed = new HashSet<>();

    BaselineRow(Subject subject) {
        this.subject = subject;
    }

    void update(Collection<RunRow> newestFirst) {
        figures.clear();
        disputed.clear();
        for (RunRow run : newestFirst) {
            run.figures(subject).forEach(this::take);
        }
    }

    private void take(String column, double value) {
        Double known = figures.putIfAbsent(column, value);
        if (known != null && Math.abs(known - value) > SAME * Math.max(Math.abs(known), Math.abs(value))) {
            disputed.add(column);
        }
    }

    /** {@link Subject#TARGET} or {@link Subject#REFERENCE}. */
    public Subject subject() {
        return subject;
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    @Override
    public double figure(String column) {
        return figures.getOrDefault(column, Double.NaN);
    }

    /** Whether runs measured different values of it, because their models or data differ. */
    public boolean disputed(String column) {
        return disputed.contains(column);
    }
}

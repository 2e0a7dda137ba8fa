package org.palimpsest.app.compare.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunMark;
import org.palimpsest.engine.event.Subject;

/**
 * Which rows the table of runs has, and in which order: target and retained reference first, then the runs that the filter lets
 * through, sorted and grouped. Used on the window's thread.
 */
public final class TableModel {
    private final Map<String, RunRow> known = new LinkedHashMap<>();
    private final BaselineRow target = new BaselineRow(Subject.TARGET);
    private final BaselineRow reference = new BaselineRow(Subject.REFERENCE);
    private final ObservableList<CompareRow> rows = FXCollections.observableArrayList();
    private final ObservableList<CompareRow> seen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final Set<String> closed = new HashSet<>();
    /** Found when first asked for, and again after every change. */
    private final Map<String, Best> best = new HashMap<>();

    private final Set<String> columns = new LinkedHashSet<>();
    private List<RunRow> listed = List.of();
    private boolean arranging;
    private boolean apart;
    private RunFilter filter = RunFilter.ALL;
    private Grouping grouping = Grouping.NONE;
    private List<SortKey> sort = List.of();

    /** Takes over what there is now; rows of runs that stay are the same rows as before. */
    public void show(List<RunEntry> newestFirst, Function<String, RunMark> marks) {
        Map<String, RunRow> before = new LinkedHashMap<>(known);
        known.clear();
        for (RunEntry entry : newestFirst) {
            RunMark mark = marks.apply(entry.id());
            RunRow row = before.get(entry.id());
            if (row == null) {
                row = new RunRow(entry, mark);
            } else {
                row.update(entry, mark);
            }
            known.put(entry.id(), row);
        }
        columns.clear();
        known.values()
                .forEach(run -> columns.addAll(run.figures(Subject.UNLEARNED).keySet()));
        target.update(known.values());
        reference.update(known.values());
        arrange();
    }

    /** Says whether the runs are of different forget sets, so that none of them is the best. */
    public void setApart(boolean different) {
        if (different != apart) {
            apart = different;
            version.set(version.get() + 1);
        }
    }

    /** Lists what the filter lets through. */
    public void filter(RunFilter newFilter) {
        filter = newFilter;
        arrange();
    }

    public RunFilter filter() {
        return filter;
    }

    /** Puts runs together. */
    public void group(Grouping newGrouping) {
        grouping = newGrouping;
        closed.clear();
        arrange();
    }

    public Grouping grouping() {
        return grouping;
    }

    /** Orders the runs, by the first key first; without any the newest come first. */
    public void sort(List<SortKey> keys) {
        sort = List.copyOf(keys);
        arrange();
    }

    /** Opens a group that is closed, and closes one that is open. */
    public void toggle(GroupRow group) {
        if (!closed.remove(group.key())) {
            closed.add(group.key());
        }
        arrange();
    }

    private void arrange() {
        List<RunRow> runs = new ArrayList<>();
        for (RunRow run : known.values()) {
            if (filter.lets(run)) {
                runs.add(run);
            }
        }
        sort.stream().map(SortKey::order).reduce(Comparator::thenComparing).ifPresent(runs::sort);
        listed = List.copyOf(runs);
        best.clear();
        List<CompareRow> arranged = new ArrayList<>();
        for (BaselineRow baseline : List.of(target, reference)) {
            if (!baseline.isEmpty()) {
                arranged.add(baseline);
            }
        }
        if (grouping == Grouping.NONE) {
            arranged.addAll(runs);
        } else {
            addGroups(runs, arranged);
        }
        if (!arranged.equals(rows)) {
            arranging = true;
            rows.setAll(arranged);
            arranging = false;
        }
        version.set(version.get() + 1);
    }

    private void addGroups(List<RunRow> runs, List<CompareRow> arranged) {
        // What shares nothing comes last.
        Map<String, List<RunRow>> groups =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        for (RunRow run : runs) {
            groups.computeIfAbsent(grouping.key(run), key -> new ArrayList<>()).add(run);
        }
        groups.forEach((key, members) -> {
            boolean open = !closed.contains(key);
            arranged.add(new GroupRow(key, members.size(), open));
            if (open) {
                arranged.addAll(members);
            }
        });
    }

    /** What the table shows. */
    public ObservableList<CompareRow> rows() {
        return seen;
    }

    /** Whether the rows are just being set anew: a selection that changes now was not changed by the person. */
    boolean isArranging() {
        return arranging;
    }

    /** Goes up with every change, also of what stands in rows that stay. */
    public ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** The runs that the filter lets through, in order, those of closed groups too. */
    public List<RunRow> listed() {
        return listed;
    }

    /** Whether no run listed is better in a column; false with fewer than two values, or where neither way is better. */
    public boolean isBest(RunRow run, ScoreColumn score) {
        if (apart) {
            return false;
        }
        double anchor = reference.figure(score.id());
        return best.computeIfAbsent(score.id(), id -> Best.of(listed, score, anchor))
                .is(run, score, anchor);
    }

    /** How many runs there are, listed or not. */
    public int size() {
        return known.size();
    }

    /** The retained reference's or the target's row, in the table or not. */
    public BaselineRow baseline(Subject subject) {
        return subject == Subject.TARGET ? target : reference;
    }

    /** The columns of scores that any run has a value in. */
    public Set<String> columns() {
        return Collections.unmodifiableSet(columns);
    }

    /** The methods that runs have. */
    public Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        known.values().forEach(run -> methods.add(run.entry().summary().method()));
        methods.remove("");
        return methods;
    }

    /** The tags that runs have. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        known.values().forEach(run -> tags.addAll(run.mark().tags()));
        return tags;
    }
}

package org.palimpsest.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.palimpsest.app.compare.table.RunRow;
import org.palimpsest.app.compare.table.TableModel;
import org.palimpsest.app.worker.RunEntry;

/** What is compared: the runs that are selected, or all that are listed while none is. Used on the window's thread. */
public final class CompareModel {
    private final TableModel table = new TableModel();
    private final ReadOnlyObjectWrapper<List<RunEntry>> compared = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RunEntry>> listed = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RunEntry>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private List<RunRow> selected = List.of();

    public CompareModel() {
        table.version().addListener((value, before, now) -> gather());
    }

    /** Which runs are listed, and how. */
    public TableModel table() {
        return table;
    }

    /** Takes over what is selected in the table. */
    public void select(List<RunRow> runs) {
        selected = List.copyOf(runs);
        gather();
    }

    /** Whether the runs compared were selected, rather than being all that are listed. */
    public boolean isSelection() {
        return selected.stream().anyMatch(table.listed()::contains);
    }

    /** The runs compared, in the order of the table. */
    public ReadOnlyObjectProperty<List<RunEntry>> compared() {
        return compared.getReadOnlyProperty();
    }

    /** All runs that are listed, in the order of the table. */
    public ReadOnlyObjectProperty<List<RunEntry>> listed() {
        return listed.getReadOnlyProperty();
    }

    /** The runs selected, in the order of the table; none while all that are listed are compared. */
    public ReadOnlyObjectProperty<List<RunEntry>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    private void gather() {
        Set<RunRow> wanted = Set.copyOf(selected);
        List<RunEntry> all = new ArrayList<>();
        List<RunEntry> some = new ArrayList<>();
        for (RunRow run : table.listed()) {
            all.add(run.entry());
            if (wanted.contains(run)) {
                some.add(run.entry());
            }
        }
        take(listed, all);
        take(chosen, some);
        take(compared, some.isEmpty() ? all : some);
    }

    private static void take(ReadOnlyObjectWrapper<List<RunEntry>> property, List<RunEntry> now) {
        if (!same(now, property.get())) {
            property.set(List.copyOf(now));
        }
    }

    private static boolean same(List<RunEntry> a, List<RunEntry> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }
}

package org.palimpsest.app.compare.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.palimpsest.app.settings.PreferencesFile;

/** Which columns of scores are shown: those a person chose, kept among the preferences, otherwise the usual ones as far as they exist. */
public final class ColumnChoice {
    private static final String KEPT = "compare.columns";
    private static final List<String> USUAL = List.of(
            "metric:forget-quality",
            "metric:model-utility",
            "metric:probability/forget",
            "metric:probability/retain",
            "probe:answer-probability/retain.probability",
            "attack:relearning/recovery.area",
            RunFigures.SECONDS);

    private final PreferencesFile preferences;

    public ColumnChoice(PreferencesFile preferences) {
        this.preferences = preferences;
    }

    /** The columns to show of those that exist. */
    public List<String> of(Set<String> existing) {
        String kept = preferences.get().layout().get(KEPT);
        List<String> wanted = kept == null ? USUAL : Arrays.asList(kept.split(" "));
        return wanted.stream().filter(existing::contains).toList();
    }

    /** Shows a column, or shows it no longer. */
    public void change(String column, boolean shown, Set<String> existing) {
        List<String> columns = new ArrayList<>(of(existing));
        columns.remove(column);
        if (shown) {
            columns.add(column);
        }
        preferences.change(now -> now.withLayout(KEPT, String.join(" ", columns)));
    }

    /** Goes back to the usual columns. */
    public void reset() {
        preferences.change(now -> now.withLayout(KEPT, null));
    }
}

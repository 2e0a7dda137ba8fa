package org.palimpsest.app.compare.table;

import java.util.ArrayList;
import java.util.List;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunSummary;

/** The table of runs as rows of words and numbers, for files and the clipboard; numbers in full precision. */
public final class TableText {
    private final Messages words;

    public TableText(Messages words) {
        this.words = words;
    }

    /**
     * The baselines and {@code runs} with these columns of scores.
     *
     * @param baselines target and reference, as far as there are any
     */
    public ChartTable of(List<BaselineRow> baselines, List<RunRow> runs, List<ScoreColumn> columns) {
        List<String> heads = new ArrayList<>(List.of(
                words.get("column.folder"),
                words.get("column.name"),
                words.get("column.method"),
                words.get("column.state")));
        columns.forEach(column ->
                heads.add(column.unit().isEmpty() ? column.title() : column.title() + " (" + column.unit() + ")"));
        heads.addAll(List.of(words.get("column.star"), words.get("column.tags"), words.get("column.note")));
        List<List<Object>> rows = new ArrayList<>();
        for (BaselineRow baseline : baselines) {
            List<Object> cells = new ArrayList<>(List.of("", TextColumns.title(words, baseline), "", ""));
            columns.forEach(column -> cells.add(baseline.figure(column.id())));
            cells.addAll(List.of("", "", ""));
            rows.add(cells);
        }
        for (RunRow run : runs) {
            RunSummary summary = run.entry().summary();
            List<Object> cells = new ArrayList<>(List.of(
                    run.entry().id(), run.entry().name(), summary.method(), words.get("state." + summary.state())));
            columns.forEach(column -> cells.add(run.figure(column.id())));
            cells.addAll(List.of(
                    run.mark().star() ? "★" : "",
                    String.join(", ", run.mark().tags()),
                    run.mark().note()));
            rows.add(cells);
        }
        return ChartTable.of(heads, rows);
    }
}

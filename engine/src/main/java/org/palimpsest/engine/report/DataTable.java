package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The numbers behind a chart.
 *
 * @param head names of the columns
 * @param rows texts, one a column
 * @param note empty, or what the numbers leave out
 */
record DataTable(List<String> head, List<List<String>> rows, String note) {

    private static final int MOST_ROWS = 16;

    DataTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A column a curve, at places spread evenly over all that were observed. */
    static DataTable of(String xLabel, List<Curve> curves) {
        TreeSet<Double> places = new TreeSet<>();
        curves.stream()
                .filter(c -> c.ink().role() == Ink.Role.SERIES || curves.size() == 1)
                .forEach(c -> c.points().forEach(p -> places.add(p.x())));
        curves.forEach(c -> {
            if (places.isEmpty()) {
                c.points().forEach(p -> places.add(p.x()));
            }
        });
        List<Double> all = List.copyOf(places);
        List<String> head = new ArrayList<>();
        head.add(xLabel);
        curves.forEach(c -> head.add(c.name()));
        List<List<String>> rows = new ArrayList<>();
        int count = Math.min(MOST_ROWS, all.size());
        for (int i = 0; i < count; i++) {
            double x = all.get(count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1)));
            List<String> row = new ArrayList<>();
            row.add(NumberText.of(x));
            curves.forEach(c -> row.add(NumberText.of(c.at(x))));
            rows.add(row);
        }
        boolean thinned = all.size() > MOST_ROWS;
        return new DataTable(
                head, rows, thinned ? MOST_ROWS + " of " + all.size() + " places; the chart shows all of them." : "");
    }
}

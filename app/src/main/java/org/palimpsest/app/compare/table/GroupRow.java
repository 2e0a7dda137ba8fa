package org.palimpsest.app.compare.table;

/**
 * Heads the runs of a group.
 *
 * @param key what they share: a method's id, a state's name, tags; empty for none
 * @param open whether its runs are shown
 */
public record GroupRow(String key, int count, boolean open) implements CompareRow {
    @Override
    public double figure(String column) {
        return Double.NaN;
    }
}

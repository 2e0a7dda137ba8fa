package org.palimpsest.app.compare.table;

/** A row of the table of runs. */
public sealed interface CompareRow permits RunRow, BaselineRow, GroupRow {

    /** The figure in a column of scores; NaN if there is none. */
    double figure(String column);
}

package org.palimpsest.engine.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A run with its place in the report, which gives it its colour, and what of its log holds.
 *
 * @param index from 0, in the order of the report
 */
record IndexedRun(int index, RecordedRun run, RunStory story) {

    static List<IndexedRun> all(List<RecordedRun> runs) {
        List<IndexedRun> indexed = new ArrayList<>();
        for (RecordedRun run : runs) {
            indexed.add(new IndexedRun(indexed.size(), run, RunStory.of(run)));
        }
        return List.copyOf(indexed);
    }

    String name() {
        return run.name();
    }

    Ink ink() {
        return Ink.series(index);
    }
}

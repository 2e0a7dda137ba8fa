package org.palimpsest.app.worker;

import java.util.List;
import org.palimpsest.engine.event.RunFolder;

/** Runs to be looked at side by side. */
public record RunSelection(List<RunFolder> runs) {
    public RunSelection {
        runs = List.copyOf(runs);
    }
}

package org.palimpsest.app.live.panel;

import java.util.List;
import org.palimpsest.app.live.run.Watched;

/**
 * What all panels show.
 *
 * @param chosen the run in the foreground; null if none is watched
 * @param runs the chosen run first, then those laid over it
 * @param colours place in the palette of each of {@code runs}
 * @param step the step to be shown
 * @param now whether that is the newest
 */
public record Shown(Watched chosen, List<Watched> runs, List<Integer> colours, long step, boolean now) {
    public Shown {
        runs = List.copyOf(runs);
        colours = List.copyOf(colours);
    }

    /** Whether several runs are laid over each other. */
    public boolean several() {
        return runs.size() > 1;
    }
}

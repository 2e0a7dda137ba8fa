package org.palimpsest.app.chart.surface;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Calls what wants to be redrawn once a frame, however often it asked since the last one, and stands still while nobody asks. JavaFX thread only.
 */
final class RedrawClock {
    private static final RedrawClock SHARED = new RedrawClock();

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick();
        }
    };

    private RedrawClock() {}

    static RedrawClock shared() {
        return SHARED;
    }

    /** Calls {@code redraw} at the next frame. */
    void ask(Runnable redraw) {
        if (waiting.isEmpty()) {
            timer.start();
        }
        waiting.add(redraw);
    }

    private void tick() {
        List<Runnable> now = new ArrayList<>(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
        if (waiting.isEmpty()) {
            timer.stop();
        }
    }
}

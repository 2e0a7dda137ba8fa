package org.palimpsest.app.shell;

import javafx.animation.AnimationTimer;

/** Tells when the first frames after the window was shown have been drawn. */
final class FirstFrames extends AnimationTimer {
    /** The place is gone to after the window is shown, and drawn in the frame after that. */
    private static final int FRAMES = 3;

    private final Runnable drawn;
    private int frames;

    FirstFrames(Runnable drawn) {
        this.drawn = drawn;
    }

    @Override
    public void handle(long now) {
        if (++frames == FRAMES) {
            stop();
            drawn.run();
        }
    }
}

package org.palimpsest.app.compare.table;

import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A table that grows to its full height within its first frames, a few rows in each: the cells of a whole screen made in one frame would
 * hold the window.
 */
public final class Unrolled extends StackPane {
    /** Heights at the platform's text size: of the heads with the first rows, and of the rows that come with each frame after. */
    private static final double FIRST = 150;

    private static final double MORE = 90;

    private final Region table;
    private final double scale;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            grow();
        }
    };
    private boolean begun;

    /** @param scale size of the text, 1 being the platform's */
    public Unrolled(Region table, double scale) {
        super(table);
        this.table = table;
        this.scale = scale;
        setAlignment(Pos.TOP_LEFT);
        setMinSize(0, 0);
        table.setMaxHeight(FIRST * scale);
    }

    /** There are rows now; does nothing the second time. */
    public void begin() {
        if (!begun) {
            begun = true;
            timer.start();
        }
    }

    private void grow() {
        if (getHeight() > 0 && table.getMaxHeight() >= getHeight()) {
            table.setMaxHeight(Double.MAX_VALUE);
            timer.stop();
        } else if (table.getHeight() > 0) {
            table.setMaxHeight(table.getMaxHeight() + MORE * scale);
        }
    }
}

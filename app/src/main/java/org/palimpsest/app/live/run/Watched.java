package org.palimpsest.app.live.run;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A run in the strip of Live: what is known of it, and whether its curves are drawn beside those of the chosen one. */
public final class Watched {
    private final Watch watch;
    private final BooleanProperty overlaid = new SimpleBooleanProperty();
    private final ObjectProperty<RunSetup> setup = new SimpleObjectProperty<>();

    private boolean waiting;

    Watched(Watch watch) {
        this.watch = watch;
    }

    public LiveRun run() {
        return watch.run();
    }

    public Guards guards() {
        return watch.guards();
    }

    /** Whether its curves are drawn although another run is chosen. */
    public BooleanProperty overlaid() {
        return overlaid;
    }

    /** What was asked of it; null until that was read. */
    public ObjectProperty<RunSetup> setup() {
        return setup;
    }

    /** Whether its turn has not come yet, so that no worker is at it. */
    public boolean waiting() {
        return waiting && !run().started();
    }

    /** Its turn has not come yet, or has come. */
    public void waits(boolean now) {
        if (waiting != now) {
            waiting = now;
            run().changed();
        }
    }

    /** Whether a probe of its recipe is still to say its first word; where the recipe is not known yet, it may be. */
    public boolean awaits(String probe) {
        RunSetup known = setup.get();
        return run().standing().working()
                && (known == null
                        || known.recipe().probes().stream()
                                .anyMatch(choice -> choice.id().equals(probe)));
    }

    void close() {
        watch.close();
    }
}

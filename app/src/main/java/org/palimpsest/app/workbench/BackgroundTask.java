package org.palimpsest.app.workbench;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Work that goes on behind the window, a line of the status line. Changed on the window's thread. */
public final class BackgroundTask {
    private final String name;
    private final Runnable cancel;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");

    /** @param cancel null if it cannot be cancelled */
    public BackgroundTask(String name, Runnable cancel) {
        this.name = name;
        this.cancel = cancel;
    }

    public String name() {
        return name;
    }

    /** From 0 to 1; below 0 while it cannot be told. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** Where it stands, in a few words. */
    public ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    public void report(double newShare, String newState) {
        share.set(newShare);
        state.set(newState);
    }

    public boolean cancellable() {
        return cancel != null;
    }

    public void cancel() {
        if (cancel != null) {
            cancel.run();
        }
    }
}

package org.palimpsest.app.pick;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A place that needs a run: what leads to one until there is one. While it is not seen nothing is exchanged, since what comes into the window is dressed at once. */
public final class OnceThereIsARun extends StackPane {
    private final ObservableList<?> runs;
    private final Region empty;
    private final Region view;
    private final ListChangeListener<Object> changed = change -> choose();
    private boolean seen = true;

    /**
     * @param runs those there are
     * @param empty seen while there are none
     * @param view seen once there are
     */
    public OnceThereIsARun(ObservableList<?> runs, Region empty, Region view) {
        this.runs = runs;
        this.empty = empty;
        this.view = view;
        runs.addListener(changed);
        choose();
    }

    /** The person has come here. */
    public void shown() {
        seen = true;
        choose();
    }

    /** The person has gone elsewhere. */
    public void hidden() {
        seen = false;
    }

    private void choose() {
        List<Region> wanted = List.of(runs.isEmpty() ? empty : view);
        if (seen && !getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }
}

package org.palimpsest.app.library;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** The place. */
public final class LibraryPlace implements Place {
    private final Workbench workbench;
    private final BorderPane view = new BorderPane(new Label("Library"));

    public LibraryPlace(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public PlaceId id() {
        return PlaceId.LIBRARY;
    }

    @Override
    public Region view() {
        return view;
    }
}

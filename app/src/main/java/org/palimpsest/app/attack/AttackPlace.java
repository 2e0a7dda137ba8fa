package org.palimpsest.app.attack;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;

/** The place. */
public final class AttackPlace implements Place {
    private final Workbench workbench;
    private final BorderPane view = new BorderPane(new Label("Attack"));

    public AttackPlace(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public PlaceId id() {
        return PlaceId.ATTACK;
    }

    @Override
    public Region view() {
        return view;
    }
}

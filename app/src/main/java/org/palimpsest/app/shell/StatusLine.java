package org.palimpsest.app.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.Workbench;

/** What goes on, in one line below the places. */
final class StatusLine extends HBox {
    private final Label notice = new Label();

    StatusLine(Workbench workbench) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(notice, space);
        workbench.notices().all().addListener((ListChangeListener<Notice>) change -> notice.setText(
                change.getList().isEmpty() ? "" : change.getList().get(0).text()));
    }
}

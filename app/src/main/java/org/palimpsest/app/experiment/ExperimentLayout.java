package org.palimpsest.app.experiment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** The form with what would be started beside it, or below it where the text is large and the window small. */
final class ExperimentLayout extends BorderPane {
    /** Width, in the text's size, below which two columns are too narrow to read. */
    private static final double NARROW_EMS = 62;

    private final ScrollPane side;
    /** Not seen; its font is the text's as the theme has made it. */
    private final Label measure = new Label();

    private boolean narrow;

    ExperimentLayout(Node top, ScrollPane form, Region start) {
        getStyleClass().add("experiment");
        side = new ScrollPane(start);
        side.setFitToWidth(true);
        side.getStyleClass().add("experiment-side");
        measure.setManaged(false);
        measure.setVisible(false);
        setTop(top);
        setCenter(form);
        setRight(side);
        getChildren().add(measure);
        widthProperty().addListener((value, before, now) -> arrange());
        measure.fontProperty().addListener((value, before, now) -> arrange());
    }

    private void arrange() {
        boolean now =
                getWidth() > 0 && getWidth() < NARROW_EMS * measure.getFont().getSize();
        if (now == narrow) {
            return;
        }
        narrow = now;
        if (narrow) {
            setRight(null);
            setBottom(side);
            side.getStyleClass().add("narrow");
        } else {
            setBottom(null);
            setRight(side);
            side.getStyleClass().remove("narrow");
        }
    }
}

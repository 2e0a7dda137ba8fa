package org.palimpsest.app.compare;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sentences above the table that a person should read before its numbers; not there while there are none. */
final class CautionBar extends Label {

    CautionBar() {
        setId("compare-cautions");
        setGraphic(new FontIcon("fth-alert-triangle"));
        getStyleClass().add("cautions");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        show(List.of());
    }

    void show(List<String> sentences) {
        setText(String.join("\n", sentences));
        setVisible(!sentences.isEmpty());
        setManaged(!sentences.isEmpty());
    }
}

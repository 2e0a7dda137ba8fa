package org.palimpsest.app.verdict;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A judgement with the figures it rests on. */
public final class VerdictLine extends HBox {

    /**
     * @param icon name of the icon that says the leaning without colour
     * @param verdict the judgement in a few words
     * @param reason the figures, in sentences
     */
    public VerdictLine(Leaning leaning, String icon, String verdict, String reason) {
        Label heading = label(verdict);
        heading.getStyleClass().add("verdict");
        VBox text = new VBox(heading, label(reason));
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), text);
        getStyleClass().addAll("verdict-line", leaning.style());
    }

    /** All of the text is seen, however narrow the place is. */
    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

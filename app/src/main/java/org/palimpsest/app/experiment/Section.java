package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;

/** A part of the form, which folds; folded, its head still says what is set. */
final class Section extends TitledPane {
    private final Label summary = new Label();
    private final Supplier<String> said;

    /** @param said what is set, in a few words */
    Section(String key, Supplier<String> said, Node... content) {
        this.said = said;
        String name = Messages.of("experiment").get("section." + key);
        setId("experiment-section-" + key);
        setAccessibleText(name);
        getStyleClass().add("experiment-section");
        setAnimated(false);
        // Otherwise as wide as all that its head has to say.
        setMinWidth(0);
        Label title = new Label(name);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        summary.setMinWidth(0);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox head = new HBox(title, summary);
        head.getStyleClass().add("experiment-head");
        head.maxWidthProperty().bind(widthProperty().subtract(60));
        setGraphic(head);
        VBox inside = new VBox(content);
        inside.getStyleClass().add("experiment-inside");
        setExpanded(false);
        // What is folded is not styled and laid out before somebody wants to see it: that would take longer than the
        // rest.
        expandedProperty().addListener((value, before, now) -> {
            if (now && getContent() == null) {
                setContent(inside);
            }
        });
        refresh();
    }

    void refresh() {
        summary.setText(said.get());
    }
}

package org.palimpsest.app.experiment;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** What is wrong with a recipe file that was to be opened; the form is as it was. */
final class BrokenBar extends VBox {
    private final Messages words = Messages.of("experiment");

    BrokenBar() {
        getStyleClass().add("experiment-broken");
        setId("experiment-broken");
        tell("");
    }

    /** Empty takes it off the screen. */
    void tell(String problem) {
        setVisible(!problem.isEmpty());
        setManaged(!problem.isEmpty());
        if (problem.isEmpty()) {
            getChildren().clear();
            return;
        }
        Message message = new Message(words.get("broken"), problem, new FontIcon("fth-x-octagon"));
        message.getStyleClass().add(Styles.DANGER);
        message.setAccessibleText(words.get("broken") + " " + problem);
        message.setOnClose(event -> tell(""));
        getChildren().setAll(message);
    }
}

package org.palimpsest.app.library;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sentences that must not be overlooked. */
final class Told {
    private Told() {}

    static Message warning(String text) {
        Message message = new Message(null, text, new FontIcon("fth-alert-triangle"));
        message.getStyleClass().addAll(Styles.WARNING, "library-told");
        message.setAccessibleText(text);
        return message;
    }

    static Message danger(String title, String text) {
        Message message = new Message(title, text, new FontIcon("fth-x-octagon"));
        message.getStyleClass().addAll(Styles.DANGER, "library-told");
        message.setAccessibleText(title + ". " + text);
        return message;
    }
}

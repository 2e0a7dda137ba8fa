package org.palimpsest.app.live.control;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Notices;

/** Copies texts and says so. */
final class Clips {
    private final Notices notices;
    private final Messages words = Messages.of("live");

    Clips(Notices notices) {
        this.notices = notices;
    }

    /** @param what the key of what it is ({@code copied.command}) */
    void copy(String text, String what) {
        Clip.put(text);
        notices.information(words.get(what));
    }

    Button command(String id, Supplier<String> text) {
        return button(id, "copy.command", "copied.command", text);
    }

    Button recipe(String id, Supplier<String> text) {
        return button(id, "copy.recipe", "copied.recipe", text);
    }

    private Button button(String id, String label, String done, Supplier<String> text) {
        Button button = new Button(words.get(label), new FontIcon("fth-copy"));
        button.setId(id);
        button.setOnAction(event -> copy(text.get(), done));
        return button;
    }
}

package org.palimpsest.app.library;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Demonstration;
import org.palimpsest.app.workbench.Workbench;

/** What one can do here, while nothing is chosen. */
final class Guide extends VBox {
    private final Messages words = Messages.of("library");
    private final Button unpack;
    private final Button demonstration;

    Guide(Workbench workbench, LibraryModel model, SampleOffer offer, Opening opening) {
        setId("library-guide");
        getStyleClass().add("library-guide");
        setAlignment(Pos.CENTER);
        Label title = new Label(words.get("guide.title"), new FontIcon("fth-download"));
        title.setWrapText(true);
        title.getStyleClass().add(Styles.TITLE_3);
        Label text = new Label(words.get("guide.text"));
        text.setWrapText(true);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        unpack = button("guide-unpack", "fth-package", offer::unpack);
        demonstration = button("guide-demonstration", "fth-play", () -> new Demonstration(workbench).start());
        FlowPane buttons = new FlowPane(
                unpack,
                demonstration,
                button("guide-folder", "fth-folder", opening::folder),
                button("guide-file", "fth-file", opening::files));
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("library-actions");
        getChildren().addAll(title, text, buttons);
        model.sampled().addListener((value, before, now) -> offer(now));
        offer(model.sampled().get());
    }

    private void offer(Boolean sampled) {
        boolean there = Boolean.TRUE.equals(sampled);
        unpack.setVisible(!there);
        unpack.setManaged(!there);
        Button first = there ? demonstration : unpack;
        Button other = there ? unpack : demonstration;
        other.getStyleClass().remove(Styles.ACCENT);
        if (!first.getStyleClass().contains(Styles.ACCENT)) {
            first.getStyleClass().add(Styles.ACCENT);
        }
    }

    private Button button(String key, String icon, Runnable action) {
        Button button = new Button(words.get(key), new FontIcon(icon));
        button.setId("library-" + key);
        button.setOnAction(event -> action.run());
        return button;
    }
}

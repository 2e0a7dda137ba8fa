package org.palimpsest.app.shell.page;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;

/** A page's title, the way back, and its content, which scrolls. */
public final class PageFrame extends BorderPane {
    private final Button back;

    public PageFrame(PageId page, Region content, Runnable close) {
        Messages words = Messages.of("shell");
        setId("page-" + page.key());
        getStyleClass().add("page");
        Label title = new Label(words.get("page." + page.key()));
        title.getStyleClass().add("title-3");
        back = new Button(words.get("page.back"), new FontIcon("fth-arrow-left"));
        back.setId("page-back");
        back.setTooltip(new Tooltip(words.get("page.back.tip")));
        back.setOnAction(event -> close.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, back);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-head");
        content.getStyleClass().add("page-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setTop(head);
        setCenter(scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /** Puts the focus on the way back. */
    public void focus() {
        back.requestFocus();
    }
}

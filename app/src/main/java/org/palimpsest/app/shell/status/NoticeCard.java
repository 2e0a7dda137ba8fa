package org.palimpsest.app.shell.status;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Notice;

/** A notice in full: when, what, its details, and what can be done about it. */
final class NoticeCard extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int DETAIL_ROWS = 8;

    NoticeCard(Notice notice) {
        Messages words = Messages.of("shell");
        getStyleClass().addAll("notice-card", styleClass(notice.level()));
        Label time = new Label(TIME.format(notice.at().atZone(ZoneId.systemDefault())));
        time.getStyleClass().add("notice-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(notice.text(), icon(notice.level()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat");
        copy.setAccessibleText(words.get("notice.copy"));
        copy.setTooltip(new Tooltip(words.get("notice.copy")));
        copy.setOnAction(event -> copy(notice));
        HBox head = new HBox(text, time, copy);
        head.getStyleClass().add("notice-head");
        head.setAlignment(Pos.TOP_LEFT);
        getChildren().add(head);
        notice.action().ifPresent(command -> {
            Button action = new Button(command.title());
            action.setOnAction(event -> once(action, command));
            getChildren().add(action);
        });
        if (!notice.detail().isEmpty()) {
            TextArea detail = new TextArea(notice.detail());
            detail.setEditable(false);
            detail.setPrefRowCount(DETAIL_ROWS);
            detail.setAccessibleText(words.get("notice.detail"));
            getChildren().add(detail);
        }
    }

    /** Does it, and not again: what a notice offers holds for what happened then. */
    static void once(Button button, Command command) {
        if (command.possible().getAsBoolean()) {
            button.setDisable(true);
            command.action().run();
        }
    }

    private static void copy(Notice notice) {
        Clip.put(notice.text() + (notice.detail().isEmpty() ? "" : "\n" + notice.detail()));
    }

    static FontIcon icon(Notice.Level level) {
        return new FontIcon(
                switch (level) {
                    case INFORMATION -> "fth-info";
                    case SUCCESS -> "fth-check-circle";
                    case WARNING -> "fth-alert-triangle";
                    case ERROR -> "fth-alert-octagon";
                });
    }

    static String styleClass(Notice.Level level) {
        return switch (level) {
            case INFORMATION -> "notice-information";
            case SUCCESS -> "notice-success";
            case WARNING -> "notice-warning";
            case ERROR -> "notice-error";
        };
    }
}

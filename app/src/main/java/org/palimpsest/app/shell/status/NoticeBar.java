package org.palimpsest.app.shell.status;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Notice;
import org.palimpsest.app.workbench.Notices;

/** The newest notice and what can be done about it; a click shows all notices. */
final class NoticeBar extends HBox {
    private final Messages words = Messages.of("shell");
    private final Notices notices;
    private final Button newest = new Button();
    private final Button action = new Button();

    NoticeBar(Notices notices, Runnable openActivity) {
        this.notices = notices;
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        newest.setId("notice-newest");
        newest.getStyleClass().addAll("flat", "notice");
        newest.setMinWidth(0);
        newest.setTextOverrun(OverrunStyle.ELLIPSIS);
        newest.setOnAction(event -> openActivity.run());
        action.setId("notice-action");
        action.getStyleClass().addAll("flat", "accent");
        action.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(newest, action);
        InvalidationListener changed = change -> show();
        notices.all().addListener(changed);
        show();
    }

    private void show() {
        Notice notice = notices.all().isEmpty() ? null : notices.all().get(0);
        newest.getStyleClass().removeIf(name -> name.startsWith("notice-"));
        if (notice == null) {
            newest.setText(words.get("notices.none"));
            newest.setGraphic(new FontIcon("fth-bell"));
            newest.setTooltip(new Tooltip(words.get("activity.open")));
        } else {
            newest.setText(notice.text().lines().findFirst().orElse(""));
            newest.setGraphic(NoticeCard.icon(notice.level()));
            newest.getStyleClass().add(NoticeCard.styleClass(notice.level()));
            newest.setTooltip(new Tooltip(notice.text()));
        }
        Command command = notice == null ? null : notice.action().orElse(null);
        action.setVisible(command != null);
        action.setManaged(command != null);
        if (command != null) {
            action.setText(command.title());
            action.setOnAction(event -> NoticeCard.once(action, command));
            action.setDisable(false);
        }
    }
}

package org.palimpsest.app.ask;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A model's column: who it is, what it answers, and how probable it finds the answer that is weighed. */
final class AnswerCard extends VBox {

    /** @param odds in words; empty while they are not known */
    AnswerCard(AskWords words, AskColumn column, List<String> target, String odds, IntConsumer picked) {
        getStyleClass().addAll("answer-card", column.subject().name().toLowerCase(Locale.ROOT));
        Label title = new Label(words.title(column));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label about = new Label(words.about(column.subject()));
        about.getStyleClass().add("about");
        about.setWrapText(true);
        getChildren().addAll(title, about);
        if (column.isWaiting()) {
            ProgressBar waiting = new ProgressBar();
            waiting.setAccessibleText(words.get("waiting.accessible", words.title(column)));
            waiting.setMaxWidth(Double.MAX_VALUE);
            Label what = wrapped(words.get(column.at().step() == null ? "waiting.state" : "waiting.answer"), "about");
            getChildren().addAll(waiting, what);
        } else if (column.answer() == null) {
            getChildren().add(wrapped(words.get("trouble", column.trouble()), "trouble"));
        } else if (column.answer().text().isEmpty()) {
            getChildren().add(wrapped(words.get("answer.empty"), "about"));
        } else {
            getChildren().add(new AnswerTokens(words, target, column.answer(), picked));
        }
        if (!odds.isEmpty()) {
            Region space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            getChildren().addAll(space, wrapped(odds, "odds"));
        }
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }
}

package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.engine.card.AttackCard;

/** What the attacks that are shown come to, in words. */
final class StoryPane extends VBox {
    private final AttackWords words;

    StoryPane(AttackWords words) {
        this.words = words;
        getStyleClass().add("story-pane");
        setId("attack-story");
    }

    /** @param samples how many examples the attacker of a course held; null if that is not known */
    void show(AttackCard card, List<AttackCourse> courses, Function<AttackCourse, Integer> samples) {
        List<Node> lines = new ArrayList<>();
        for (AttackCourse course : courses) {
            AttackStory.of(course)
                    .filter(story -> course.finished())
                    .ifPresent(story -> lines.add(line(card, course, story, samples.apply(course))));
        }
        getChildren().setAll(lines);
        setVisible(!lines.isEmpty());
    }

    private HBox line(AttackCard card, AttackCourse course, AttackStory story, Integer samples) {
        AttackVerdict verdict = story.verdict();
        FontIcon icon = new FontIcon(
                switch (verdict) {
                    case NEVER_FORGOTTEN, PARTLY_KEPT -> "fth-message-square";
                    case HIDDEN, CAME_BACK -> "fth-eye";
                    case LIKE_NEVER_LEARNT, STAYED_AWAY -> "fth-check-circle";
                    case SUPPRESSED -> "fth-alert-triangle";
                });
        Label heading = new Label(words.get("story.heading", words.verdict(verdict), course.step()));
        heading.getStyleClass().add("verdict");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        Label reason = new Label(words.reason(card, course, story, samples));
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(heading, reason);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(icon, text);
        line.getStyleClass()
                .addAll(
                        "story",
                        switch (verdict) {
                            case NEVER_FORGOTTEN, PARTLY_KEPT, HIDDEN, CAME_BACK -> "bad";
                            case SUPPRESSED -> "doubtful";
                            case LIKE_NEVER_LEARNT, STAYED_AWAY -> "good";
                        });
        return line;
    }
}

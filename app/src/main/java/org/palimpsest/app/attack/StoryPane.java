package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.palimpsest.app.verdict.Leaning;
import org.palimpsest.app.verdict.VerdictLine;
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

    private VerdictLine line(AttackCard card, AttackCourse course, AttackStory story, Integer samples) {
        AttackVerdict verdict = story.verdict();
        return new VerdictLine(
                leaning(verdict),
                icon(verdict),
                words.get("story.heading", words.verdict(verdict), course.step()),
                words.reason(card, course, story, samples));
    }

    private static String icon(AttackVerdict verdict) {
        return switch (verdict) {
            case NEVER_FORGOTTEN, PARTLY_KEPT -> "fth-message-square";
            case HIDDEN, CAME_BACK -> "fth-eye";
            case LIKE_NEVER_LEARNT, STAYED_AWAY -> "fth-check-circle";
            case SUPPRESSED -> "fth-alert-triangle";
            case NO_NUMBERS -> "fth-help-circle";
        };
    }

    private static Leaning leaning(AttackVerdict verdict) {
        return switch (verdict) {
            case NEVER_FORGOTTEN, PARTLY_KEPT, HIDDEN, CAME_BACK -> Leaning.BAD;
            case SUPPRESSED -> Leaning.DOUBTFUL;
            case LIKE_NEVER_LEARNT, STAYED_AWAY -> Leaning.GOOD;
            case NO_NUMBERS -> Leaning.OPEN;
        };
    }
}

package org.palimpsest.app.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The attacks that were made of one kind; those that are ticked are shown together. */
final class CourseList extends VBox {
    private final AttackWords words;
    private final Runnable changed;
    private final Set<String> ticked = new HashSet<>();
    private List<AttackCourse> courses = List.of();

    CourseList(AttackWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        getStyleClass().add("course-list");
        setId("attack-courses");
    }

    /** Shows these; the newest is ticked if it is new or nothing is. */
    void show(List<AttackCourse> now) {
        Set<String> before = new HashSet<>();
        courses.forEach(course -> before.add(course.attackRun()));
        courses = List.copyOf(now);
        ticked.retainAll(courses.stream().map(AttackCourse::attackRun).toList());
        if (!courses.isEmpty()
                && (ticked.isEmpty() || !before.contains(courses.get(0).attackRun()))) {
            ticked.add(courses.get(0).attackRun());
        }
        List<Node> boxes = new ArrayList<>();
        Label title = new Label(words.get("courses"));
        title.getStyleClass().add("section-title");
        boxes.add(title);
        for (AttackCourse course : courses) {
            boxes.add(box(course));
        }
        getChildren().setAll(courses.isEmpty() ? List.of() : boxes);
    }

    private CheckBox box(AttackCourse course) {
        CheckBox box = new CheckBox(words.name(course));
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        box.setMnemonicParsing(false);
        box.setSelected(ticked.contains(course.attackRun()));
        box.setOnAction(event -> {
            if (box.isSelected()) {
                ticked.add(course.attackRun());
            } else {
                ticked.remove(course.attackRun());
            }
            changed.run();
        });
        return box;
    }

    /** Those ticked, the newest first. */
    List<AttackCourse> ticked() {
        return courses.stream()
                .filter(course -> ticked.contains(course.attackRun()))
                .toList();
    }
}

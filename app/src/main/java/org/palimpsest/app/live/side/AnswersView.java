package org.palimpsest.app.live.side;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunEvent;

/** What target, run and reference answered to the question asked last, and to those before it. */
final class AnswersView extends VBox {
    private static final int MOST = 12;

    private final Messages words = Messages.of("live");
    private List<RunEvent.Answered> shown = List.of();

    AnswersView() {
        getStyleClass().add("answers");
        setId("live-answers");
    }

    /** @return whether there is anything to see */
    boolean show(Shown now) {
        List<RunEvent.Answered> all =
                now.chosen() == null ? List.of() : now.chosen().run().answers();
        if (!all.equals(shown)) {
            shown = List.copyOf(all);
            fill();
        }
        return !shown.isEmpty();
    }

    private void fill() {
        getChildren().clear();
        RunEvent.Answered before = null;
        List<RunEvent.Answered> newest = shown.subList(Math.max(0, shown.size() - MOST), shown.size());
        for (RunEvent.Answered answer : newest) {
            boolean same = before != null && before.prompt().equals(answer.prompt()) && before.step() == answer.step();
            if (!same) {
                add(words.get("answer.question", answer.step(), answer.prompt()), "answer-question");
            }
            String subject = words.get("subject." + answer.subject().name().toLowerCase(java.util.Locale.ROOT));
            add(words.get("answer.line", subject, answer.answer().strip()), "answer-text");
            before = answer;
        }
    }

    private void add(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }
}

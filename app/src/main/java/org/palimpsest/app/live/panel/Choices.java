package org.palimpsest.app.live.panel;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tooltip;
import org.palimpsest.app.text.ChoiceText;

/** Small choosers in the header of a panel, over ids that have words. */
final class Choices {
    private Choices() {}

    /**
     * @param name what is chosen, for those who cannot see it
     * @param words a text for each id
     */
    static ChoiceBox<String> of(String id, String name, String tip, UnaryOperator<String> words) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(tip));
        box.getStyleClass().add("panel-choice");
        box.setConverter(ChoiceText.of(words));
        return box;
    }

    /** Offers exactly these, keeping what was chosen if it is still there; otherwise the first. */
    static void offer(ChoiceBox<String> box, List<String> ids) {
        if (!box.getItems().equals(ids)) {
            String before = box.getValue();
            box.getItems().setAll(ids);
            boolean stays = before != null && ids.contains(before);
            box.setValue(stays ? before : ids.isEmpty() ? null : ids.get(0));
        }
    }
}

package org.palimpsest.app.tokens;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.palimpsest.app.text.Messages;

/** What the colours of tokens mean, and the choice of the model they are compared with. */
final class TokenLegend extends FlowPane {
    private final Messages words;
    private final HBox choice = new HBox();
    private final Label less = new Label();
    private final Label more = new Label();
    private final ToggleButton target;
    private final ToggleButton reference;

    TokenLegend(Messages words, ObjectProperty<Against> against) {
        this.words = words;
        getStyleClass().add("token-legend");
        ToggleGroup group = new ToggleGroup();
        target = toggle("against.target", "token-against-target", group, () -> against.set(Against.TARGET));
        reference = toggle("against.reference", "token-against-reference", group, () -> against.set(Against.REFERENCE));
        target.getStyleClass().add("left-pill");
        reference.getStyleClass().add("right-pill");
        choice.getChildren().addAll(target, reference);
        choice.setAlignment(Pos.CENTER_LEFT);
        HBox scale = new HBox(
                less,
                cell("less-3"),
                cell("less-2"),
                cell("less-1"),
                cell(null),
                cell("more-1"),
                cell("more-2"),
                cell("more-3"),
                more);
        scale.setAlignment(Pos.CENTER_LEFT);
        scale.getStyleClass().add("scale");
        scale.setAccessibleText(words.get("legend.accessible"));
        getChildren().addAll(choice, scale);
        against.addListener((value, before, now) -> name(now));
        name(against.get());
    }

    private ToggleButton toggle(String key, String id, ToggleGroup group, Runnable action) {
        ToggleButton button = new ToggleButton(words.get(key));
        button.setId(id);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    private Label cell(String style) {
        String factor = style == null ? "=" : words.get("legend." + style.substring(style.length() - 1));
        Label cell = new Label(factor);
        cell.getStyleClass().add("token");
        if (style != null) {
            cell.getStyleClass().add(style);
        }
        return cell;
    }

    private void name(Against against) {
        (against == Against.TARGET ? target : reference).setSelected(true);
        less.setText(words.get(against == Against.TARGET ? "legend.target.less" : "legend.reference.less"));
        more.setText(words.get(against == Against.TARGET ? "legend.target.more" : "legend.reference.more"));
    }

    /** Shows the choice only where there is a reference to choose. */
    void offer(boolean withReference) {
        choice.setVisible(withReference);
        choice.setManaged(withReference);
    }
}

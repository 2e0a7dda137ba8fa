package org.palimpsest.app.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Accordion;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.form.SettingsFormModel;
import org.palimpsest.app.pick.RunPicker;
import org.palimpsest.app.pick.RunPickerModel;
import org.palimpsest.engine.card.AttackCard;

/** At the left which model is attacked and how, a card an attack; at the right what came of it. */
final class AttackView extends BorderPane {
    private final ReadOnlyObjectWrapper<AttackCard> card = new ReadOnlyObjectWrapper<>();
    private final Map<AttackCard, TitledPane> panes = new LinkedHashMap<>();
    private final Accordion accordion = new Accordion();

    AttackView(
            AttackWords words,
            RunPickerModel run,
            List<SettingsFormModel> forms,
            ActionBar actions,
            ResultsPane results) {
        getStyleClass().add("attack");
        for (SettingsFormModel form : forms) {
            AttackCard each = (AttackCard) form.card();
            TitledPane pane = new TitledPane(each.name(), new CardPane(words, each, form));
            pane.setId("attack-pane-" + each.id());
            pane.setAnimated(false);
            // Headings are cut rather than that the card grows wider than there is room in large text.
            pane.setMinWidth(0);
            panes.put(each, pane);
        }
        accordion.getPanes().setAll(panes.values());
        accordion.setMinWidth(0);
        accordion.expandedPaneProperty().addListener((observed, before, now) -> {
            // One is always open: it is the attack that is started and whose results are seen.
            if (now == null) {
                Platform.runLater(() -> {
                    if (accordion.getExpandedPane() == null) {
                        accordion.setExpandedPane(before);
                    }
                });
            } else {
                panes.forEach((each, pane) -> {
                    if (pane == now) {
                        card.set(each);
                    }
                });
            }
        });
        VBox choices = new VBox(new RunPicker(run, "attack"), accordion);
        choices.getStyleClass().add("choices");
        choices.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        BorderPane left = new BorderPane(scroll);
        left.setBottom(actions);
        left.getStyleClass().add("left");
        ScrollPane right = new ScrollPane(results);
        right.setFitToWidth(true);
        right.setFitToHeight(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.getStyleClass().add("edge-to-edge");
        SplitPane split = new SplitPane(left, right);
        split.setDividerPositions(0.36);
        SplitPane.setResizableWithParent(left, false);
        setCenter(split);
        accordion.setExpandedPane(panes.values().iterator().next());
    }

    /** The attack whose card is open. */
    ReadOnlyObjectProperty<AttackCard> card() {
        return card.getReadOnlyProperty();
    }

    /** Opens the card of an attack. */
    void open(AttackCard other) {
        accordion.setExpandedPane(panes.get(other));
    }
}

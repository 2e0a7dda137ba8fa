package org.palimpsest.app.live.side;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.palimpsest.app.live.panel.Shown;
import org.palimpsest.app.live.run.GuardRules;
import org.palimpsest.app.text.Messages;

/** Method, guards, events and answers of the chosen run, one under the other; each can be folded away. */
public final class SidePane extends ScrollPane {
    private final Messages words = Messages.of("live");
    private final MethodCardView card = new MethodCardView();
    private final GuardsView guards;
    private final EventList events;
    private final AnswersView answers = new AnswersView();
    private final TitledPane answersPart;

    /**
     * @param rules what the guards look for at first
     * @param changed told when that is changed
     * @param go takes all panels to a step
     */
    public SidePane(GuardRules rules, Consumer<GuardRules> changed, LongConsumer go) {
        getStyleClass().addAll("live-side", "edge-to-edge");
        setId("live-side");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        guards = new GuardsView(rules, changed);
        events = new EventList(go);
        answersPart = part("answers", answers);
        setContent(new VBox(part("method", card), part("guards", guards), answersPart, part("events", events)));
    }

    private TitledPane part(String key, Node content) {
        TitledPane part = new TitledPane(words.get("side." + key), content);
        part.setId("live-side-" + key);
        part.getStyleClass().add("dense");
        part.setAnimated(false);
        return part;
    }

    /** Shows the chosen run at the step shown. */
    public void show(Shown now) {
        card.show(now);
        guards.show(now);
        events.show(now);
        boolean any = answers.show(now);
        answersPart.setVisible(any);
        answersPart.setManaged(any);
    }
}

package org.palimpsest.app.ask;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.palimpsest.app.tokens.TokenLine;
import org.palimpsest.engine.event.desk.DeskReply.Share;

/** What models would have said at one place: their likeliest tokens as bars, a group of bars a model. */
final class LikelyTokens extends VBox {
    private final AskWords words;
    private final Label title = new Label();
    private final FlowPane groups = new FlowPane();

    /**
     * One model's opinion.
     *
     * @param chosen the token that stands there, which is marked
     */
    record Group(String model, List<Share> top, int chosen) {}

    LikelyTokens(AskWords words) {
        this.words = words;
        getStyleClass().add("likely-tokens");
        setId("ask-likely");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        groups.getStyleClass().add("groups");
        getChildren().addAll(title, groups);
        clear();
    }

    /** Shows nothing until a token is picked. */
    void clear() {
        setVisible(false);
        setManaged(false);
    }

    /** @param before what the models had read by then, the end of it */
    void show(String before, List<Group> opinions) {
        title.setText(words.get("likely.title", before.isBlank() ? words.get("likely.begin") : before.strip()));
        groups.getChildren().setAll(opinions.stream().map(this::group).toList());
        setVisible(true);
        setManaged(true);
    }

    private VBox group(Group group) {
        GridPane bars = new GridPane();
        bars.getStyleClass().add("bars");
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints figure = new ColumnConstraints();
        bars.getColumnConstraints().setAll(name, bar, figure);
        int row = 0;
        for (Share share : group.top()) {
            String text = TokenLine.visible(share.text());
            boolean chosen = share.id() == group.chosen();
            Label token = new Label(chosen ? words.get("likely.chosen", text) : text);
            token.getStyleClass().add(chosen ? "chosen" : "other");
            ProgressBar length = new ProgressBar(share.probability());
            length.setMaxWidth(Double.MAX_VALUE);
            length.setAccessibleText(words.get("likely.bar", text, words.figure(share.probability()), group.model()));
            Label value = new Label(words.roughly(share.probability()));
            value.getStyleClass().add("figure");
            bars.addRow(row++, token, length, value);
        }
        Label model = new Label(group.model());
        model.getStyleClass().add("model");
        VBox box = new VBox(model, bars);
        box.getStyleClass().add("group");
        return box;
    }
}

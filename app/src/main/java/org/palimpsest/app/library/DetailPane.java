package org.palimpsest.app.library;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.desk.DeskReply;

/** Everything about the chosen thing, and what can be done with it. */
final class DetailPane extends ScrollPane {
    private final LibraryModel model;
    private final LibraryActions actions;
    private final Messages messages = Messages.of("library");
    private final LibraryWords words = new LibraryWords();
    private final Label title = new Label();
    private final Label place = new Label();
    private final FlowPane buttons = new FlowPane();
    private final VBox content = new VBox();
    private final SelfCheckPane selfCheck;
    private final VBox all;
    private final Node nothing;
    private Path path;
    private List<String> shown = List.of();

    /** @param nothing shown while nothing is chosen */
    DetailPane(LibraryModel model, LibraryActions actions, SelfChecks selfChecks, Node nothing) {
        this.model = model;
        this.actions = actions;
        this.nothing = nothing;
        this.selfCheck = new SelfCheckPane(selfChecks, actions::copyReport);
        this.all = new VBox(title, place, buttons, content, selfCheck);
        setId("library-detail");
        setFitToWidth(true);
        setAccessibleText(messages.get("detail"));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        place.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        place.setWrapText(true);
        buttons.getStyleClass().add("library-actions");
        content.getStyleClass().add("library-content");
        all.getStyleClass().add("library-detail");
        model.chosen().addListener((value, before, now) -> show());
        model.detail().addListener((value, before, now) -> show());
        show();
    }

    private void show() {
        LibraryItem item = model.chosen().get();
        Detail detail = model.detail().get();
        if (item == null || detail == null) {
            setContent(nothing);
            selfCheck.show(null);
            path = null;
            return;
        }
        title.setText(item.name());
        title.setGraphic(KindIcon.of(item.kind()));
        place.setText(messages.get("place", messages.get("kind." + item.kind()), item.path()));
        showActions(item, detail);
        content.getChildren().setAll(nodes(detail));
        selfCheck.show(item.path());
        if (getContent() != all) {
            setContent(all);
        }
    }

    /** Buttons stay as long as they are the same, so that the keyboard's place is not lost while a run moves on. */
    private void showActions(LibraryItem item, Detail detail) {
        List<LibraryActions.Action> possible = actions.of(item, detail);
        List<String> keys = possible.stream().map(LibraryActions.Action::key).toList();
        if (item.path().equals(path) && keys.equals(shown)) {
            return;
        }
        path = item.path();
        shown = keys;
        List<Node> made = new ArrayList<>();
        for (LibraryActions.Action action : possible) {
            Button button = new Button(messages.get("action." + action.key()), new FontIcon(action.icon()));
            button.setId("library-" + action.key());
            button.setOnAction(event -> action.action().run());
            if (action.key().equals("use") || action.key().equals("live")) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            made.add(button);
        }
        buttons.getChildren().setAll(made);
    }

    private List<Node> nodes(Detail detail) {
        List<Node> nodes = new ArrayList<>();
        if (detail instanceof Detail.Looking) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("library-turning");
            nodes.add(new HBox(turning, new Label(messages.get("looking"))));
            nodes.get(0).getStyleClass().add("library-looking");
        } else if (detail instanceof Detail.Wrong wrong) {
            nodes.add(Told.danger(messages.get("wrong"), wrong.words()));
        } else if (detail instanceof Detail.OfRecipe recipe) {
            nodes.add(grid(words.facts(recipe.recipe())));
        } else if (detail instanceof Detail.OfRun run) {
            nodes.add(grid(words.facts(run.run())));
        } else if (detail instanceof Detail.Found found) {
            nodes.add(grid(words.facts(found.reply())));
            LibraryWords.warnings(found.reply()).forEach(warning -> nodes.add(Told.warning(warning)));
            if (found.reply() instanceof DeskReply.DataFound data
                    && !data.sample().isEmpty()) {
                Label heading =
                        new Label(messages.get("first-rows", data.sample().size(), data.rows()));
                heading.getStyleClass().add(Styles.TEXT_BOLD);
                nodes.add(heading);
                nodes.add(new SampleRows(data.columns(), data.sample()));
            }
        }
        return nodes;
    }

    private static GridPane grid(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("library-facts");
        for (int row = 0; row < facts.size(); row++) {
            Label label = new Label(facts.get(row).label());
            label.getStyleClass().add(Styles.TEXT_MUTED);
            label.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(facts.get(row).value());
            value.setWrapText(true);
            label.setLabelFor(value);
            grid.addRow(row, label, value);
        }
        return grid;
    }
}

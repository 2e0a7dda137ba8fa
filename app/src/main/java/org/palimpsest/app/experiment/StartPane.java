package org.palimpsest.app.experiment;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.text.Amounts;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;

/** What would be started: batch, steps, memory and time, what is missing, and the button. */
final class StartPane extends VBox {
    private final ExperimentModel model;
    private final Consumer<Problem> goTo;
    private final Messages words = Messages.of("experiment");
    private final Amounts amounts = new Amounts();
    private final Button start = new Button();
    private final VBox told = new VBox();
    private final VBox offers = new VBox();
    private final VBox notes = new VBox();

    /**
     * @param started what the button does
     * @param goTo shows the field of a problem
     */
    StartPane(ExperimentModel model, Runnable started, Consumer<Problem> goTo) {
        this.model = model;
        this.goTo = goTo;
        getStyleClass().add("experiment-start");
        setId("experiment-start-pane");
        Label title = new Label(words.get("before-start"));
        title.getStyleClass().add(Styles.TITLE_4);
        start.setText(words.get("start"));
        start.setGraphic(new FontIcon("fth-play"));
        start.setId("experiment-start");
        start.getStyleClass().add(Styles.SUCCESS);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(event -> started.run());
        told.getStyleClass().add("experiment-told");
        offers.getStyleClass().add("experiment-told");
        notes.getStyleClass().add("experiment-told");
        getChildren().addAll(title, start, told, offers, notes);
        model.problems().addListener((value, before, now) -> refresh());
        model.looked().addListener((value, before, now) -> refresh());
        model.estimate().addListener((value, before, now) -> refresh());
        refresh();
    }

    /** What can be made that is missing; filled by whoever makes it. */
    VBox offers() {
        return offers;
    }

    void refresh() {
        start.setDisable(!model.ready());
        List<Node> nodes = new ArrayList<>();
        nodes.add(facts());
        if (model.estimate().get() instanceof DeskReply.Refused refused) {
            nodes.add(sentence(refused.message(), "experiment-wrong"));
        }
        for (Problem problem : model.problems().get()) {
            Hyperlink link =
                    new Hyperlink(words.get("problem.at", Pointers.name(words, problem.pointer()), problem.words()));
            link.setWrapText(true);
            link.setGraphic(new FontIcon(problem.missing() ? "fth-circle" : "fth-alert-circle"));
            link.setId("experiment-problem" + problem.pointer().replace('/', '-'));
            link.getStyleClass().add("experiment-problem");
            link.setOnAction(event -> goTo.accept(problem));
            nodes.add(link);
        }
        if (model.looked().get()
                && model.problems().get().isEmpty()
                && !model.form().valid()) {
            nodes.add(sentence(words.get("field-problem"), "experiment-wrong"));
        }
        told.getChildren().setAll(nodes);
        notes.getChildren().setAll(rests());
    }

    /** What the figures rest on. */
    private List<Label> rests() {
        List<Label> rests = new ArrayList<>();
        if (model.estimate().get() instanceof DeskReply.Estimated estimate) {
            for (String note : estimate.notes()) {
                Label small = sentence(note, Styles.TEXT_MUTED);
                small.getStyleClass().add(Styles.TEXT_SMALL);
                rests.add(small);
            }
        }
        return rests;
    }

    private GridPane facts() {
        Recipe recipe = model.form().recipe();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("experiment-facts");
        Passes passes = Passes.of(recipe.training());
        fact(
                grid,
                "batch",
                words.get(
                        passes.passes() == 1 ? "batch.one" : passes.even() ? "batch.even" : "batch.uneven",
                        passes.batch(),
                        passes.micro(),
                        passes.passes(),
                        passes.last()));
        if (model.estimate().get() instanceof DeskReply.Estimated estimate) {
            fact(grid, "steps", words.get("number", estimate.totalSteps()));
            fact(
                    grid,
                    "time",
                    words.get(
                            "time",
                            amounts.seconds(estimate.totalSeconds()),
                            amounts.seconds(estimate.secondsPerStep())));
            fact(grid, "memory", words.get("about", amounts.bytes(estimate.workerBytes())));
            fact(grid, "disk", words.get("about", amounts.bytes(estimate.diskBytes())));
        } else if (model.estimate().get() == null && model.ready()) {
            fact(grid, "time", words.get("estimating"));
        }
        return grid;
    }

    private void fact(GridPane grid, String key, String value) {
        Label label = new Label(words.get("fact." + key));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        Label said = new Label(value);
        said.setId("experiment-fact-" + key);
        said.setWrapText(true);
        grid.addRow(grid.getRowCount(), label, said);
    }

    private static Label sentence(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}

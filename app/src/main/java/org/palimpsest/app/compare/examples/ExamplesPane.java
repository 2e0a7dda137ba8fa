package org.palimpsest.app.compare.examples;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.compare.table.ComparePicture;
import org.palimpsest.app.compare.table.TextScale;
import org.palimpsest.app.text.ChoiceText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;

/** The examples of a run: chosen, asked for, and read one by one. */
public final class ExamplesPane implements ComparePicture {
    /** So many at first: every row costs each model an answer. */
    private static final int LIMIT = 200;

    private final Messages words;
    private final ExampleModel model;
    private final ComboBox<RunEntry> run = new ComboBox<>();
    private final ComboBox<Boolean> set = new ComboBox<>();
    private final ComboBox<Verdict> only = new ComboBox<>();
    private final Button start = new Button();
    private final Button rest = new Button();
    private final Label said = new Label();
    private final ExampleDetail detail;
    private final ExampleTable table;
    private final BorderPane view = new BorderPane();
    private RunEntry asked;
    private ExampleRow read;

    public ExamplesPane(Workbench workbench, Messages words) {
        this.words = words;
        model = new ExampleModel(workbench.desk()::ask, workbench.desk()::cancel, Platform::runLater);
        table = new ExampleTable(
                model, words, new TextScale(workbench.preferences().property()));
        detail = new ExampleDetail(workbench.desk(), words);
        run.setId("examples-run");
        run.setAccessibleText(words.get("examples.run"));
        run.setConverter(ChoiceText.of(entry -> entry.name()));
        set.setId("examples-set");
        set.setAccessibleText(words.get("examples.set"));
        set.setConverter(ChoiceText.of(forget -> words.get(forget ? "examples.set.forget" : "examples.set.retain")));
        set.getItems().setAll(true, false);
        set.setValue(true);
        only.setId("examples-only");
        only.setAccessibleText(words.get("examples.only"));
        only.setConverter(ChoiceText.of(verdict -> words.get(
                "examples.count",
                words.get("verdict." + verdict),
                model.counts().getOrDefault(verdict, 0))));
        only.setPromptText(words.get("examples.all"));
        only.valueProperty().addListener((value, before, now) -> model.only(now));
        only.managedProperty().bind(only.visibleProperty());
        only.setVisible(false);
        start.setId("examples-start");
        start.setOnAction(event -> begin());
        rest.setId("examples-rest");
        rest.setGraphic(new FontIcon("fth-fast-forward"));
        rest.setOnAction(event -> model.askForRest());
        rest.managedProperty().bind(rest.visibleProperty());
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(words.get("examples.progress"));
        progress.progressProperty().bind(model.share());
        progress.visibleProperty().bind(model.working());
        progress.managedProperty().bind(model.working());
        said.setId("examples-said");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        FlowPane bar = new FlowPane(run, set, start, only, progress, rest, said);
        bar.getStyleClass().add("filter-bar");
        SplitPane split = new SplitPane(table, detail);
        split.setDividerPositions(0.6);
        view.setTop(bar);
        view.setCenter(split);
        view.getStyleClass().add("picture");
        detail.setVisible(false);
        model.working().addListener((value, before, now) -> changed());
        model.problem().addListener((value, before, now) -> changed());
        model.rows().addListener((ListChangeListener<ExampleRow>) change -> counted());
        table.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> read(now));
        changed();
    }

    private void begin() {
        if (model.working().get()) {
            model.giveUp();
        } else if (run.getValue() != null) {
            asked = run.getValue();
            read = null;
            detail.setVisible(false);
            only.setValue(null);
            model.ask(asked.folder(), set.getValue(), LIMIT);
        }
        changed();
    }

    private void changed() {
        boolean working = model.working().get();
        start.setText(words.get(working ? "examples.stop" : "examples.start"));
        start.setGraphic(new FontIcon(working ? "fth-square" : "fth-play"));
        start.setDisable(run.getValue() == null);
        said.setText(model.problem().get());
        counted();
    }

    private void counted() {
        Map<Verdict, Integer> counts = model.counts();
        only.setVisible(!counts.isEmpty());
        List<Verdict> verdicts = List.copyOf(counts.keySet());
        if (!only.getItems().equals(verdicts)) {
            Verdict chosen = only.getValue();
            only.getItems().setAll(verdicts);
            only.setValue(chosen != null && verdicts.contains(chosen) ? chosen : null);
        }
        int all = counts.values().stream().mapToInt(count -> count).sum();
        int left = model.left();
        rest.setVisible(left > 0 && !model.working().get());
        rest.setText(words.get("examples.rest", left));
        if (all > 0) {
            said.setText(words.get(
                    set.getValue() ? "examples.said.forget" : "examples.said.retain",
                    asked.name(),
                    left > 0 ? words.get("examples.of", all, all + left) : words.get("examples.every", all),
                    counts.getOrDefault(Verdict.UNDER_FORGOTTEN, 0),
                    counts.getOrDefault(Verdict.OVER_FORGOTTEN, 0),
                    counts.getOrDefault(Verdict.DAMAGED, 0)));
        }
    }

    private void read(ExampleRow row) {
        if (row != null && (read == null || row.example() != read.example())) {
            read = row;
            detail.setVisible(true);
            detail.show(asked, row);
        }
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(List<RunEntry> runs) {
        RunEntry chosen = run.getValue();
        if (!run.getItems().equals(runs)) {
            run.getItems().setAll(runs);
        }
        run.setValue(runs.stream()
                .filter(entry -> chosen != null && Objects.equals(entry.id(), chosen.id()))
                .findFirst()
                .orElse(runs.isEmpty() ? null : runs.get(0)));
        start.setDisable(run.getValue() == null);
    }

    @Override
    public void close() {
        model.giveUp();
    }
}

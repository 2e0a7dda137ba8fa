package org.palimpsest.app.compare;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.palimpsest.app.compare.table.ColumnChoice;
import org.palimpsest.app.compare.table.ColumnChooser;
import org.palimpsest.app.compare.table.FilterBar;
import org.palimpsest.app.compare.table.RunRow;
import org.palimpsest.app.compare.table.RunTable;
import org.palimpsest.app.compare.table.ScoreColumn;
import org.palimpsest.app.compare.table.ScoreWords;
import org.palimpsest.app.compare.table.TextScale;
import org.palimpsest.app.compare.table.Unrolled;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;

/** The place on screen: filters, table and pictures one under the other; or what to do while there is no run. */
final class CompareView extends StackPane {
    private static final String DIVIDER = "compare.divider";

    private final CompareModel model;
    private final CompareActions actions;
    private final ColumnChoice choice;
    private final ScoreWords names;
    private final RunTable table;
    private final Unrolled unrolled;
    private final FilterBar filters;
    private final ComparePictures pictures;
    private final SplitPane split;
    private final PreferencesFile preferences;
    private final BorderPane full = new BorderPane();
    private final NoRuns empty;
    private final CautionBar cautions = new CautionBar();
    private final Cautions seen;
    private final Workbench workbench;
    private List<String> shownColumns = List.of();

    CompareView(Workbench workbench, CompareModel model, CompareActions actions, Messages words) {
        this.workbench = workbench;
        this.model = model;
        this.actions = actions;
        this.preferences = workbench.preferences();
        this.choice = new ColumnChoice(workbench.preferences());
        this.names = new ScoreWords(words);
        this.table = new RunTable(
                model.table(),
                words,
                names,
                actions,
                new TextScale(workbench.preferences().property()));
        this.filters = new FilterBar(model.table(), words, names);
        this.pictures = new ComparePictures(workbench, model, words, names, this::pick);
        this.empty = new NoRuns(workbench, words);
        actions.of(table);
        getStyleClass().add("compare");
        full.getStyleClass().add("full");
        CompareBar bar = new CompareBar(actions, words);
        table.setContextMenu(bar.rows());
        table.onSelected(model::select);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
        filters.getChildren()
                .addAll(
                        new ColumnChooser(model.table(), words, names, choice, this::columns),
                        bar.sharing(),
                        bar.deletion());
        unrolled = new Unrolled(table, workbench.preferences().get().textPercent() / 100.0);
        split = new SplitPane(unrolled, pictures);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(divider());
        full.setTop(filters);
        seen = new Cautions(words, names);
        model.compared().addListener((value, before, now) -> look());
        BorderPane centre = new BorderPane(split);
        centre.setTop(cautions);
        full.setCenter(centre);
        // With large text there is more than a window holds; then the place scrolls instead of squeezing its charts to
        // nothing.
        ScrollPane scroll = new ScrollPane(full);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.visibleProperty().bind(full.visibleProperty());
        getChildren().addAll(scroll, empty);
        model.table().version().addListener((value, before, now) -> changed());
        changed();
        look();
    }

    /** Finds out, behind the window, what has to be said of the runs compared now. */
    private void look() {
        List<RunEntry> runs = model.compared().get();
        workbench
                .tasks()
                .compute(
                        () -> seen.of(runs),
                        found -> {
                            if (runs == model.compared().get()) {
                                cautions.show(found.sentences());
                                model.table().setApart(found.apart());
                            }
                        },
                        failure -> cautions.show(List.of(String.valueOf(failure.getMessage()))));
    }

    private double divider() {
        String kept = preferences.get().layout().getOrDefault(DIVIDER, "");
        return kept.matches("0\\.\\d+") ? Double.parseDouble(kept) : 0.42;
    }

    /** Keeps the sizes for the next time; not while they are changed, since a file is written. */
    private void keep() {
        String now = String.format(Locale.ROOT, "%.2f", split.getDividerPositions()[0]);
        if (!now.equals(String.format(Locale.ROOT, "%.2f", divider()))) {
            preferences.change(before -> before.withLayout(DIVIDER, now));
        }
    }

    private void changed() {
        boolean any = model.table().size() > 0;
        full.setVisible(any);
        empty.setVisible(!any);
        columns();
        if (any) {
            unrolled.begin();
        }
    }

    private void columns() {
        Set<String> existing = model.table().columns();
        List<String> wanted = choice.of(existing);
        if (!wanted.equals(shownColumns) || table.getColumns().isEmpty()) {
            shownColumns = wanted;
            List<ScoreColumn> columns = wanted.stream().map(names::column).toList();
            table.showColumns(columns);
            actions.columns(columns);
        }
    }

    private void keys(KeyEvent event) {
        if (table.getEditingCell() == null && event.getCode() == KeyCode.S && !event.isShortcutDown()) {
            actions.toggleStars();
            event.consume();
        } else if (table.getEditingCell() == null && event.getCode() == KeyCode.DELETE) {
            actions.delete();
            event.consume();
        }
    }

    /** Selects the runs in these folders, as far as they are listed. */
    void select(List<RunFolder> folders) {
        List<RunRow> wanted = model.table().listed().stream()
                .filter(run -> folders.contains(run.entry().folder()))
                .toList();
        table.select(wanted);
        if (!wanted.isEmpty()) {
            table.scrollTo(wanted.get(0));
        }
    }

    /** What is picked in a picture is selected in the table. */
    private void pick(RunEntry picked) {
        select(picked == null ? List.of() : List.of(picked.folder()));
    }

    void focusFilter() {
        filters.focusText();
    }

    void shown() {
        pictures.shown();
    }

    void hidden() {
        keep();
        pictures.hidden();
    }

    void close() {
        keep();
        pictures.close();
    }
}

package org.palimpsest.app.compare.recipe;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.palimpsest.app.compare.table.ComparePicture;
import org.palimpsest.app.compare.table.TextScale;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Tasks;
import org.palimpsest.app.worker.RunEntry;

/** The settings in which runs differ, a row each, a column a run. */
public final class RecipePane implements ComparePicture {
    /** More columns than this cannot be read. */
    private static final int LIMIT = 24;

    private final Tasks tasks;
    private final Messages words;
    private final TextScale scale;
    private final TableView<RecipeDiff.Row> table = new TableView<>();
    private final Label said = new Label();
    private final BorderPane view = new BorderPane(table);
    private List<String> shown = List.of();

    /** @param scale size of the text: columns are as wide as their words */
    public RecipePane(Tasks tasks, Messages words, TextScale scale) {
        this.scale = scale;
        scale.widen(table::getColumns);
        this.tasks = tasks;
        this.words = words;
        table.setId("recipe-diff");
        table.getStyleClass().add(Styles.DENSE);
        table.setAccessibleText(words.get("tab.recipes"));
        table.setPlaceholder(new Label(words.get("recipes.one")));
        said.setId("recipe-said");
        said.setWrapText(true);
        view.setTop(said);
        view.getStyleClass().add("picture");
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(List<RunEntry> all) {
        List<RunEntry> runs = all.size() > LIMIT ? all.subList(0, LIMIT) : all;
        List<String> ids = runs.stream().map(RunEntry::id).toList();
        if (ids.equals(shown)) {
            return;
        }
        shown = ids;
        tasks.compute(
                () -> diff(runs),
                diff -> {
                    if (shown.equals(ids)) {
                        show(runs, diff, all.size());
                    }
                },
                failure -> said.setText(words.get("recipes.failed", String.valueOf(failure.getMessage()))));
    }

    private static RecipeDiff diff(List<RunEntry> runs) throws IOException {
        List<String> recipes = new ArrayList<>();
        for (RunEntry run : runs) {
            recipes.add(Files.readString(run.folder().recipe()));
        }
        return RecipeDiff.of(recipes);
    }

    private void show(List<RunEntry> runs, RecipeDiff diff, int all) {
        String said = runs.size() < 2
                ? words.get("recipes.one")
                : words.get("recipes.count", diff.differing().size(), diff.settings());
        this.said.setText(all > runs.size() ? said + " " + words.get("recipes.limit", runs.size(), all) : said);
        List<TableColumn<RecipeDiff.Row, String>> columns = new ArrayList<>();
        columns.add(column(words.get("recipes.setting"), "setting", 260, RecipeDiff.Row::pointer));
        for (int i = 0; i < runs.size() && runs.size() > 1; i++) {
            int index = i;
            columns.add(column(runs.get(i).name(), runs.get(i).id(), 140, row -> {
                String value = row.values().get(index);
                return value == null ? words.get("recipes.absent") : value;
            }));
        }
        table.setPlaceholder(new Label(words.get(runs.size() < 2 ? "recipes.one" : "recipes.same")));
        table.getColumns().setAll(columns);
        table.getItems().setAll(diff.differing());
    }

    private TableColumn<RecipeDiff.Row, String> column(
            String title, String id, double width, Function<RecipeDiff.Row, String> text) {
        TableColumn<RecipeDiff.Row, String> column = new TableColumn<>(title);
        column.setId("recipe-" + id);
        column.setPrefWidth(width * scale.get());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}

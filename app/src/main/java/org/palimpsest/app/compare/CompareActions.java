package org.palimpsest.app.compare;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.FileChooser;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.export.Tables;
import org.palimpsest.app.compare.table.BaselineRow;
import org.palimpsest.app.compare.table.MarkEdits;
import org.palimpsest.app.compare.table.RunRow;
import org.palimpsest.app.compare.table.RunTable;
import org.palimpsest.app.compare.table.ScoreColumn;
import org.palimpsest.app.compare.table.TableText;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.CommandText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.RunEdits;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.app.worker.RunSelection;

/** What can be done with the runs in the table. */
final class CompareActions implements MarkEdits {
    private final Workbench workbench;
    private final CompareModel model;
    private final Messages words;
    private final RunEdits edits;
    private RunTable table;
    private List<ScoreColumn> columns = List.of();

    CompareActions(Workbench workbench, CompareModel model, Messages words) {
        this.workbench = workbench;
        this.model = model;
        this.words = words;
        this.edits = new RunEdits(workbench);
    }

    void of(RunTable newTable) {
        table = newTable;
    }

    /** The columns of scores that are shown and so exported. */
    void columns(List<ScoreColumn> shown) {
        columns = shown;
    }

    boolean hasSelection() {
        return !table.selection().isEmpty();
    }

    private List<RunEntry> selected() {
        return table.selection().stream().map(RunRow::entry).toList();
    }

    @Override
    public void star(RunRow run, boolean star) {
        edits.mark(List.of(run.entry()), mark -> mark.withStar(star));
    }

    @Override
    public void tag(RunRow run, List<String> tags) {
        edits.mark(List.of(run.entry()), mark -> mark.withTags(tags));
    }

    @Override
    public void note(RunRow run, String note) {
        edits.mark(List.of(run.entry()), mark -> mark.withNote(note));
    }

    /** Stars every selected run, or takes the stars away if all have one. */
    void toggleStars() {
        boolean all = table.selection().stream().allMatch(run -> run.mark().star());
        edits.mark(selected(), mark -> mark.withStar(!all));
    }

    /** Adds a tag to every selected run. */
    void addTag(String tag) {
        edits.mark(selected(), mark -> {
            List<String> tags = new ArrayList<>(mark.tags());
            tags.add(tag);
            return mark.withTags(tags);
        });
    }

    void delete() {
        List<RunEntry> runs = selected();
        if (!runs.isEmpty()) {
            edits.delete(runs);
        }
    }

    void openLive() {
        workbench
                .navigator()
                .open(
                        PlaceId.LIVE,
                        new RunSelection(
                                selected().stream().map(RunEntry::folder).toList()));
    }

    void openAt(PlaceId place) {
        workbench.navigator().open(place, new RunAt(selected().get(0).folder(), null));
    }

    void copyCommand(String command) {
        List<String> line = new ArrayList<>(List.of("palimpsest", command));
        model.compared().get().forEach(run -> line.add(run.path().toString()));
        Clip.put(CommandText.of(line));
        workbench.notices().information(words.get("copied.command", command, line.size() - 2));
    }

    /** Copies the runs compared, for a spreadsheet. */
    void copyTable() {
        Clip.put(Tables.tsv(text()));
        workbench
                .notices()
                .information(words.get("copied.table", model.compared().get().size()));
    }

    /** Writes the runs compared into a file of the person's choice. */
    void exportTable() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("export.csv"));
        chooser.setInitialFileName("runs.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(workbench.window().get());
        if (file != null) {
            export(file.toPath());
        }
    }

    void export(Path file) {
        String text = Tables.csv(text());
        workbench
                .tasks()
                .compute(
                        () -> Files.writeString(file, text),
                        written -> workbench.notices().success(words.get("exported", written)),
                        failure -> workbench
                                .notices()
                                .error(
                                        words.get("export.failed", file, String.valueOf(failure.getMessage())),
                                        failure));
    }

    private ChartTable text() {
        List<BaselineRow> baselines = model.table().rows().stream()
                .filter(BaselineRow.class::isInstance)
                .map(BaselineRow.class::cast)
                .toList();
        List<RunEntry> compared = model.compared().get();
        List<RunRow> runs = model.table().listed().stream()
                .filter(run -> compared.contains(run.entry()))
                .toList();
        return new TableText(words).of(baselines, runs, columns);
    }
}

package org.palimpsest.app.chart.box;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.app.chart.export.ChartTable;
import org.palimpsest.app.chart.export.ImageFiles;
import org.palimpsest.app.chart.export.Tables;
import org.palimpsest.app.chart.surface.Picture;
import org.palimpsest.app.chart.theme.ChartTheme;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.Messages;

/** Takes a chart out of the window: as PNG in the colours of the window, as SVG or PDF for paper, as CSV, or as a table for the clipboard. */
final class ExportMenu extends MenuButton {
    private static final int PNG_SCALE = 2;

    private final ChartBox box;
    private final Messages words;

    /** Writes a file. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    ExportMenu(ChartBox box, Messages words) {
        this.box = box;
        this.words = words;
        setId("chart-export");
        setGraphic(new FontIcon(Feather.DOWNLOAD));
        setTooltip(new Tooltip(words.get("export")));
        setAccessibleText(words.get("export"));
        getItems()
                .addAll(
                        item("export.png", () -> save("png", png())),
                        item("export.svg", () -> save("svg", svg())),
                        item("export.pdf", () -> save("pdf", pdf())),
                        item("export.csv", () -> save("csv", csv())),
                        new SeparatorMenuItem(),
                        item("export.copy", this::copy));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId("chart-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Writing png() {
        Picture picture = box.pictureNow();
        ChartTheme theme = box.surface().themeProperty().get();
        int width = width();
        int height = height();
        return file -> ImageFiles.png(picture, theme, width, height, PNG_SCALE, file);
    }

    Writing svg() {
        Picture picture = box.pictureNow();
        int width = width();
        int height = height();
        return file -> ImageFiles.svg(picture, ChartTheme.PLAIN, width, height, file);
    }

    private Writing pdf() {
        Picture picture = box.pictureNow();
        int width = width();
        int height = height();
        return file -> ImageFiles.pdf(picture, ChartTheme.PLAIN, width, height, file);
    }

    Writing csv() {
        ChartTable table = box.table();
        return file -> Files.writeString(file, Tables.csv(table), StandardCharsets.UTF_8);
    }

    /** Title and legend, which the window shows around the drawing, get room of their own. */
    private int height() {
        return (int) Math.max(240, box.surface().getHeight() + 70);
    }

    private int width() {
        return (int) Math.max(320, box.surface().getWidth());
    }

    private void save(String ending, Writing writing) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("export"));
        chooser.setInitialFileName(fileName(box.titleProperty().get()) + "." + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            write(writing, chosen.toPath());
        }
    }

    /** Writes in the background; not on a daemon thread, so that closing the window does not cut the file off. */
    void write(Writing writing, Path file) {
        Thread writer = new Thread(
                () -> {
                    try {
                        writing.to(file);
                        Platform.runLater(() -> box.say(words.get("export.done", file), false));
                    } catch (IOException failure) {
                        Platform.runLater(() -> box.say(words.get("export.failed", file, reason(failure)), true));
                    }
                },
                "chart export");
        writer.start();
    }

    /** What went wrong; some failures of the file system say only which file. */
    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ") + ", " + failure.getMessage();
    }

    private void copy() {
        Clip.put(Tables.tsv(box.table()));
    }

    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = plain.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "chart" : trimmed;
    }
}

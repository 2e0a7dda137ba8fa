package org.palimpsest.app.library;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;

/** Lets a person choose files and folders, by the system's choosers or by typing a path. */
final class Opening {
    private final Workbench workbench;
    private final LibraryModel model;
    private final Messages words = Messages.of("library");

    Opening(Workbench workbench, LibraryModel model) {
        this.workbench = workbench;
        this.model = model;
    }

    void files() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("open-file.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                words.get("open-file.known"),
                                "*.json",
                                "*.jsonl",
                                "*.ndjson",
                                "*.csv",
                                "*.tsv",
                                "*.parquet",
                                "*.txt",
                                "*.gz",
                                "*.zst"),
                        new FileChooser.ExtensionFilter(words.get("open-file.all"), "*"));
        List<File> files = chooser.showOpenMultipleDialog(workbench.window().get());
        if (files != null) {
            model.bring(files.stream().map(File::toPath).toList());
        }
    }

    void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("open-folder.title"));
        File folder = chooser.showDialog(workbench.window().get());
        if (folder != null) {
            model.bring(List.of(folder.toPath()));
        }
    }

    /** A path as it is typed or pasted: quotes around it, {@code file:} before it and {@code ~} for the home folder are understood. */
    void typed(String text) {
        String plain = text.strip().replaceAll("^([\"'])(.*)\\1$", "$2").replaceFirst("^file://", "");
        if (plain.isEmpty()) {
            return;
        }
        if (plain.equals("~") || plain.startsWith("~/")) {
            plain = System.getProperty("user.home") + plain.substring(1);
        }
        try {
            model.bring(List.of(Path.of(plain)));
        } catch (InvalidPathException e) {
            workbench.notices().error(words.get("no-path", text, e.getReason()));
        }
    }
}

package org.palimpsest.app.shell.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.palimpsest.app.settings.PreferencesFile;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;

/** Where runs are kept, and where models and data are looked for. */
final class FolderSettings extends VBox {
    private static final int LINES = 3;
    private final Messages words = Messages.of("shell");
    private final Workbench workbench;
    private final PreferencesFile file;

    FolderSettings(Workbench workbench) {
        this.workbench = workbench;
        this.file = workbench.preferences();
        GridPane grid = PreferencesPage.grid();
        workspace(grid);
        dataFolders(grid);
        getChildren().add(grid);
    }

    private void workspace(GridPane grid) {
        TextField workspace = new TextField(file.get().workspace());
        workspace.setPromptText(workbench.workspace().root().toString());
        HBox.setHgrow(workspace, Priority.ALWAYS);
        Runnable take =
                () -> file.change(now -> now.withWorkspace(workspace.getText().strip()));
        workspace.setOnAction(event -> take.run());
        workspace.focusedProperty().addListener((value, before, now) -> {
            if (!now) {
                take.run();
            }
        });
        Button choose = new Button(words.get("folder.choose"));
        choose.setId("preference-workspace-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> choose(chosen -> {
            workspace.setText(chosen.toString());
            take.run();
        }));
        HBox row = new HBox(workspace, choose);
        row.getStyleClass().add("setting-row");
        SettingRow.add(grid, "workspace", row, workspace);
    }

    private void dataFolders(GridPane grid) {
        ListView<String> folders = new ListView<>();
        folders.getItems().setAll(file.get().dataFolders());
        folders.getStyleClass().add("folder-list");
        folders.setFixedCellSize(-1);
        folders.setPrefHeight(USE_COMPUTED_SIZE);
        Button add = new Button(words.get("folder.add"));
        add.setId("preference-data-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> choose(chosen -> {
            List<String> all = new ArrayList<>(file.get().dataFolders());
            if (!all.contains(chosen.toString())) {
                all.add(chosen.toString());
            }
            file.change(now -> now.withDataFolders(all));
        }));
        Button remove = new Button(words.get("folder.remove"));
        remove.setId("preference-data-remove");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.disableProperty()
                .bind(folders.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(event -> {
            List<String> all = new ArrayList<>(file.get().dataFolders());
            all.remove(folders.getSelectionModel().getSelectedItem());
            file.change(now -> now.withDataFolders(all));
        });
        file.property().addListener((value, before, now) -> folders.getItems().setAll(now.dataFolders()));
        HBox.setHgrow(folders, Priority.ALWAYS);
        VBox buttons = new VBox(add, remove);
        buttons.getStyleClass().add("setting-row");
        HBox row = new HBox(folders, buttons);
        row.getStyleClass().add("setting-row");
        SettingRow.add(grid, "data", row, folders);
    }

    private void choose(Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("folder.title"));
        Path start = workbench.workspace().root();
        if (Files.isDirectory(start)) {
            chooser.setInitialDirectory(start.toFile());
        }
        File folder = chooser.showDialog(workbench.window().get());
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }
}

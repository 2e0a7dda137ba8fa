package org.palimpsest.app.library;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.Ingredient;
import org.palimpsest.app.worker.Inspections;
import org.palimpsest.app.worker.ShelfFile;

/** Models, data sets, recipes and runs on disk: dropped on the window, checked at once, and taken from here to every other place. */
public final class LibraryPlace implements Place {
    private static final String DIVIDER = "library.divider";

    private final Workbench workbench;
    private final LibraryModel model;
    private final Opening opening;
    private final SampleOffer offer;
    private final LibraryBar bar;
    private final TextField search = new TextField();
    private final SplitPane split;
    private final BorderPane view = new BorderPane();
    private final Messages words = Messages.of("library");
    private boolean droppable;

    public LibraryPlace(Workbench workbench) {
        this.workbench = workbench;
        this.model = new LibraryModel(
                new ShelfFile(workbench.workspace().libraryFile()),
                () -> folders(workbench),
                workbench.workspace().runs(),
                workbench.workspace().sample(),
                workbench.runList().runs(),
                new Inspections(workbench.desk()::ask, Platform::runLater),
                workbench.tasks()::compute,
                workbench.undo(),
                workbench.notices());
        opening = new Opening(workbench, model);
        offer = new SampleOffer(workbench, model);
        bar = new LibraryBar(model, opening, offer);
        LibraryTree tree = new LibraryTree(model);
        search.setId("library-search");
        search.setPromptText(words.get("search"));
        search.setAccessibleText(words.get("search"));
        search.textProperty().addListener((value, before, now) -> tree.search(now));
        VBox left = new VBox(search, tree);
        left.getStyleClass().add("library-left");
        VBox.setVgrow(tree, Priority.ALWAYS);
        SelfChecks selfChecks = new SelfChecks(workbench.desk()::ask, workbench.desk()::cancel, Platform::runLater);
        DetailPane detail = new DetailPane(
                model,
                new LibraryActions(workbench, model, selfChecks),
                selfChecks,
                new Guide(workbench, model, offer, opening));
        split = new SplitPane(detail);
        SplitPane.setResizableWithParent(left, false);
        model.items().addListener((ListChangeListener<LibraryItem>) change -> show(left));
        show(left);
        view.getStyleClass().add("library");
        view.setTop(new VBox(bar, new ChecksPane(model, this::lookThrough)));
        view.setCenter(split);
        view.sceneProperty().addListener((value, before, now) -> {
            if (now != null && !droppable) {
                droppable = true;
                DropTarget.install(now, view, this::dropped);
            }
        });
        workbench.navigator().door(PlaceId.LIBRARY, File.class, file -> model.bring(List.of(file.toPath())));
        workbench
                .navigator()
                .door(PlaceId.LIBRARY, Ingredient.class, ingredient -> model.bring(List.of(ingredient.path())));
    }

    private static List<Path> folders(Workbench workbench) {
        List<Path> folders = new ArrayList<>();
        folders.add(workbench.workspace().sample());
        folders.add(workbench.workspace().models());
        folders.add(workbench.workspace().recipes());
        workbench.preferences().get().dataFolders().forEach(folder -> folders.add(Path.of(folder)));
        return folders;
    }

    /** A list of nothing is not shown. */
    private void show(Node left) {
        boolean wanted = !model.items().isEmpty();
        if (wanted && !split.getItems().contains(left)) {
            split.getItems().add(0, left);
            split.setDividerPositions(divider());
        } else if (!wanted) {
            split.getItems().remove(left);
        }
    }

    private double divider() {
        String kept = workbench.preferences().get().layout().getOrDefault(DIVIDER, "0.34");
        return kept.matches("0\\.\\d+") ? Double.parseDouble(kept) : 0.34;
    }

    private void dropped(List<Path> paths) {
        workbench.navigator().go(PlaceId.LIBRARY);
        model.bring(paths);
    }

    private void lookThrough(Path folder) {
        workbench.preferences().change(now -> {
            List<String> folders = new ArrayList<>(now.dataFolders());
            folders.add(folder.toString());
            return now.withDataFolders(folders.stream().distinct().toList());
        });
        model.refresh();
    }

    @Override
    public PlaceId id() {
        return PlaceId.LIBRARY;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void shown() {
        model.setSeen(true);
        model.refresh();
    }

    @Override
    public void hidden() {
        model.setSeen(false);
        close();
    }

    @Override
    public void close() {
        if (split.getDividerPositions().length == 0) {
            return;
        }
        String now = "%.3f".formatted(split.getDividerPositions()[0]).replace(',', '.');
        workbench.preferences().change(preferences -> preferences.withLayout(DIVIDER, now));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("library.open-file", words.get("command.open-file"), opening::files)
                        .keys("Shortcut+O"),
                Command.of("library.open-folder", words.get("command.open-folder"), opening::folder)
                        .keys("Shortcut+Shift+O"),
                Command.of("library.path", words.get("command.path"), bar::typePath)
                        .keys("Shortcut+L"),
                Command.of("library.search", words.get("command.search"), search::requestFocus)
                        .keys("Shortcut+F"),
                Command.of("library.unpack", words.get("command.unpack"), offer::unpack)
                        .when(() -> Boolean.FALSE.equals(model.sampled().get())),
                Command.of("library.refresh", words.get("refresh"), model::refresh)
                        .keys("F5"));
    }
}

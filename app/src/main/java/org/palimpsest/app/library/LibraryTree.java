package org.palimpsest.app.library;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.worker.ThingKind;

/** All things by kind; only those that match what is searched for. */
final class LibraryTree extends TreeView<LibraryRow> {
    private final LibraryModel model;
    private final Map<ThingKind, TreeItem<LibraryRow>> groups = new EnumMap<>(ThingKind.class);
    private String search = "";
    private boolean filling;

    LibraryTree(LibraryModel model) {
        this.model = model;
        Messages words = Messages.of("library");
        LibraryWords lines = new LibraryWords();
        setId("library-tree");
        setAccessibleText(words.get("tree"));
        setShowRoot(false);
        setRoot(new TreeItem<>());
        getRoot().setExpanded(true);
        setCellFactory(tree -> new LibraryCell(words, lines));
        for (ThingKind kind : ThingKind.values()) {
            TreeItem<LibraryRow> group = new TreeItem<>(new LibraryRow(kind, null, 0));
            group.setExpanded(true);
            groups.put(kind, group);
        }
        getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (!filling) {
                model.choose(now == null ? null : now.getValue().item());
            }
        });
        model.items().addListener((ListChangeListener<LibraryItem>) change -> fill());
        model.chosen().addListener((value, before, now) -> select(now));
        fill();
    }

    void search(String words) {
        search = words.trim();
        fill();
    }

    private void fill() {
        filling = true;
        for (Map.Entry<ThingKind, TreeItem<LibraryRow>> group : groups.entrySet()) {
            List<LibraryRow> rows = model.items().stream()
                    .filter(item -> item.kind() == group.getKey())
                    .filter(item -> search.isEmpty() || item.matches(search))
                    .map(item -> new LibraryRow(item.kind(), item, 0))
                    .toList();
            group.getValue().setValue(new LibraryRow(group.getKey(), null, rows.size()));
            fill(group.getValue().getChildren(), rows);
        }
        List<TreeItem<LibraryRow>> seen = groups.values().stream()
                .filter(group -> !group.getChildren().isEmpty())
                .toList();
        if (!getRoot().getChildren().equals(seen)) {
            getRoot().getChildren().setAll(seen);
        }
        filling = false;
        select(model.chosen().get());
    }

    /** A row that stays is kept, for with it go selection, focus and place on screen. */
    private static void fill(List<TreeItem<LibraryRow>> shown, List<LibraryRow> rows) {
        List<Path> before =
                shown.stream().map(row -> row.getValue().item().path()).toList();
        List<Path> now = rows.stream().map(row -> row.item().path()).toList();
        if (!before.equals(now)) {
            shown.clear();
            rows.forEach(row -> shown.add(new TreeItem<>(row)));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i).getValue())) {
                shown.get(i).setValue(rows.get(i));
            }
        }
    }

    private void select(LibraryItem item) {
        if (item == null) {
            return;
        }
        TreeItem<LibraryRow> now = getSelectionModel().getSelectedItem();
        for (TreeItem<LibraryRow> row : groups.get(item.kind()).getChildren()) {
            if (Objects.equals(row.getValue().item().path(), item.path())) {
                if (row != now) {
                    filling = true;
                    getSelectionModel().select(row);
                    scrollTo(getRow(row));
                    filling = false;
                }
                return;
            }
        }
    }
}

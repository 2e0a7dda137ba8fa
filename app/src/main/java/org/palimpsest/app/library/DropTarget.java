package org.palimpsest.app.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** The whole window takes files, whichever place is seen. */
final class DropTarget {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private DropTarget() {}

    /** Lets {@code scene} take files; {@code seen} wears the state {@code :dropping} while some are held above it. */
    static void install(Scene scene, Node seen, Consumer<List<Path>> taken) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                seen.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, event -> seen.pseudoClassStateChanged(DROPPING, false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            seen.pseudoClassStateChanged(DROPPING, false);
            if (event.getDragboard().hasFiles()) {
                List<Path> paths = event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList();
                event.setDropCompleted(true);
                event.consume();
                taken.accept(paths);
            }
        });
    }
}

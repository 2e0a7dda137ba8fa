package org.palimpsest.app.ask;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.app.workbench.Background;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.worker.PinnedPrompts;

/** The prompts that are pinned, as they are seen here; the file is read and written on another thread. */
final class Pins {
    private final PinnedPrompts file;
    private final Background background;
    private final Consumer<Edit> edits;
    private final Consumer<Exception> failed;
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    // Kept, because a view of a list holds on to its listeners only while somebody holds on to the view.
    private final ObservableList<String> seenPrompts = FXCollections.unmodifiableObservableList(prompts);

    Pins(PinnedPrompts file, Background background, Consumer<Edit> edits, Consumer<Exception> failed) {
        this.file = file;
        this.background = background;
        this.edits = edits;
        this.failed = failed;
    }

    /** In the order of pinning. */
    ObservableList<String> prompts() {
        return seenPrompts;
    }

    /** Looks again what is pinned, since other places may have changed it. */
    void refresh() {
        background.compute(file::read, prompts::setAll, failed);
    }

    /**
     * Pins a prompt, or takes it away if it is pinned.
     *
     * @param name of the edit, for people
     */
    void toggle(String prompt, String name) {
        boolean pinned = prompts.contains(prompt);
        edits.accept(new Edit(name, () -> put(prompt, !pinned), () -> put(prompt, pinned)));
    }

    private void put(String prompt, boolean pinned) {
        background.compute(() -> written(prompt, pinned), prompts::setAll, failed);
    }

    private List<String> written(String prompt, boolean pinned) throws IOException {
        if (pinned) {
            file.pin(prompt);
        } else {
            file.unpin(prompt);
        }
        return file.read();
    }
}

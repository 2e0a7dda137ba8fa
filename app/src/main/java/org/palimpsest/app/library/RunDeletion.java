package org.palimpsest.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;

/** Moves runs of the workspace to its trash, and back when that is undone. */
final class RunDeletion {
    private final Workbench workbench;
    private final Messages words = Messages.of("library");

    RunDeletion(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Deletes a run that no worker is at. */
    void delete(RunEntry run) {
        Path trash = free(workbench.workspace().trash().resolve(run.id()));
        workbench
                .undo()
                .perform(new Edit(
                        words.get("edit.delete", run.name()),
                        () -> move(run.path(), trash, "deleted", run.name()),
                        () -> move(trash, run.path(), "restored", run.name())));
    }

    private static Path free(Path wanted) {
        Path path = wanted;
        for (int number = 2; Files.exists(path); number++) {
            path = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return path;
    }

    private void move(Path from, Path to, String done, String name) {
        workbench
                .tasks()
                .compute(
                        () -> moved(from, to),
                        path -> {
                            workbench.runList().refresh();
                            workbench.notices().information(words.get("run." + done, name));
                        },
                        failure -> workbench
                                .notices()
                                .error(words.get("run.unmoved", name, String.valueOf(failure.getMessage())), failure));
    }

    private static Path moved(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        return Files.move(from, to);
    }
}

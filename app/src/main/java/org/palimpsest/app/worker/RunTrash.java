package org.palimpsest.app.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunLock;

/** Runs that were deleted lie in the workspace's trash, whole, until it is emptied. */
public final class RunTrash {
    private final Workspace workspace;

    public RunTrash(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Moves a run's folder to the trash.
     *
     * @return where it lies now
     * @throws IOException if a worker is at it, or it cannot be moved; it then stays where it was
     */
    public Path bin(RunFolder run) throws IOException {
        if (RunLock.isHeld(run)) {
            throw new IOException(run.path() + " is being worked on; stop the run first");
        }
        Files.createDirectories(workspace.trash());
        Path name = run.path().getFileName();
        Path place = workspace.trash().resolve(name);
        for (int n = 2; Files.exists(place); n++) {
            place = workspace.trash().resolve(name + "~" + n);
        }
        return Files.move(run.path(), place);
    }

    /**
     * Moves a run from the trash back to where it was.
     *
     * @throws IOException if something else lies there by now, or it cannot be moved
     */
    public void restore(Path binned, RunFolder run) throws IOException {
        Files.move(binned, run.path());
    }
}

package org.palimpsest.engine.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** A run of six steps with checkpoints at 2, 4 and 6, in a workspace of its own. */
record TinyRun(TinyWorkspace workspace, RunFolder folder) {
    static final String SIX_STEPS =
            ", \"training\": {\"steps\": 6, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1}, \"checkpoints\": {\"every\": 2, \"keep\": %d}";

    static TinyRun in(Path scratch) throws IOException, InterruptedException {
        return in(scratch, SIX_STEPS.formatted(9), (control, event) -> {});
    }

    static TinyRun in(Path scratch, String more, BiConsumer<RunControl, RunEvent> reaction)
            throws IOException, InterruptedException {
        TinyWorkspace workspace = TinyWorkspace.in(scratch);
        return run(workspace, "tiny", more, reaction);
    }

    static TinyRun run(TinyWorkspace workspace, String name, String more, BiConsumer<RunControl, RunEvent> reaction)
            throws IOException, InterruptedException {
        RunFolder folder = RunFolder.create(workspace.folder().resolve("runs").resolve(name));
        RunControl control = new RunControl();
        try (Run run = Run.start(
                workspace.read(workspace.recipe(name, "npo", more)),
                folder,
                control,
                event -> reaction.accept(control, event))) {
            run.proceed();
        }
        return new TinyRun(workspace, folder);
    }

    String path() {
        return folder.path().toString();
    }
}

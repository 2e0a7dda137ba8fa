package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;
import org.palimpsest.engine.testdata.TinyWorkspace;

/**
 * Folders with models, data, a recipe and what runs of it have left. They are made at the place where they are tried, since a run
 * keeps the paths of what it was given.
 */
final class TinyRuns {
    /** Watched, evaluated, attacked, and with several checkpoints. */
    static final String EVERYTHING =
            ", \"training\": {\"steps\": 5, \"batch\": 2, \"learningRate\": 0.01, \"warmupSteps\": 1, \"seed\": 3}, \"checkpoints\": {\"every\": 2, \"keep\": 3}"
                    + ", \"probes\": [{\"id\": \"answer-probability\", \"every\": 2}]"
                    + ", \"evaluation\": {\"metrics\": [{\"id\": \"probability\", \"settings\": {\"set\": \"forget\"}}], \"batch\": 4}"
                    + ", \"attacks\": [{\"id\": \"relearning\", \"settings\": {\"samples\": 2, \"steps\": 2, \"every\": 1}}]";

    private TinyRuns() {}

    /** Models, data and {@code recipe.json}. */
    static Specimen workspace(Path place) throws IOException {
        new Specimen(java.util.Map.of()).writeTo(place);
        TinyWorkspace.in(place).recipe("recipe", "npo", EVERYTHING);
        return Specimen.of(place);
    }

    /** The same with a run in {@code runs/one}, stopped behind a step; beyond the last step it is finished. */
    static Specimen run(Path place, long until) throws IOException, InterruptedException {
        workspace(place);
        RunControl control = new RunControl();
        Files.createDirectories(place.resolve("runs"));
        try (Run run = Run.start(
                new TinyWorkspace(place).read(place.resolve("recipe.json")),
                RunFolder.create(place.resolve("runs/one")),
                control,
                event -> {
                    if (event instanceof RunEvent.StepDone && event.step() == until) {
                        control.send(new RunCommand.Stop());
                    }
                })) {
            run.proceed();
        }
        return Specimen.of(place);
    }
}

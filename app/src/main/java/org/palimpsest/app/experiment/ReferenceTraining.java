package org.palimpsest.app.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.PlaceId;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunSummary;
import org.palimpsest.engine.event.process.JavaProgram;
import org.palimpsest.engine.recipe.Checkpoints;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.Training;

/**
 * Makes the retained reference that is missing: the base model is trained on the retain set alone, and what comes out is written as a
 * model's folder. A window that closes meanwhile takes it up again.
 */
final class ReferenceTraining {
    /** The program that exports a run's last checkpoint; named, since computing belongs to a process of its own. */
    private static final String PROGRAM = "org.palimpsest.app.Palimpsest";

    private static final String WAITED_FOR = "experiment.reference-run";
    private static final int LOOK_EVERY = 20;

    private final Workbench workbench;
    private final ExperimentForm form;
    private final Messages words = Messages.of("experiment");
    private boolean exporting;

    ReferenceTraining(Workbench workbench, ExperimentForm form) {
        this.workbench = workbench;
        this.form = form;
        workbench.runList().runs().addListener((ListChangeListener<RunEntry>) change -> look());
        look();
    }

    /** The run that trains the reference of {@code recipe}. */
    static Recipe recipe(Recipe recipe, Training training, String name) {
        return recipe.withName(name)
                .withMethod(MethodChoice.of("retrain"))
                .withTraining(training)
                .withProbes(List.of(new ProbeChoice("answer-probability", LOOK_EVERY, null, null)))
                .withEvaluation(Evaluation.NONE)
                .withAttacks(List.of())
                .withCheckpoints(new Checkpoints(null, 1));
    }

    /** Starts the run and goes to watch it. */
    void start(Training training) {
        try {
            RunFolder run = workbench.runs().start(recipe(form.recipe(), training, words.get("reference.name")));
            workbench
                    .preferences()
                    .change(now -> now.withLayout(WAITED_FOR, run.path().toString()));
            workbench.navigator().open(PlaceId.LIVE, run);
        } catch (IOException e) {
            workbench.notices().error(words.get("start.failed", String.valueOf(e.getMessage())), e);
        }
    }

    private Optional<Path> waitedFor() {
        return Optional.ofNullable(workbench.preferences().get().layout().get(WAITED_FOR))
                .map(Path::of);
    }

    private void look() {
        waitedFor()
                .flatMap(path -> workbench.runList().find(path))
                .filter(run -> !exporting && run.summary().state() == RunSummary.State.FINISHED)
                .ifPresent(this::export);
    }

    private void export(RunEntry run) {
        exporting = true;
        BackgroundTask task = new BackgroundTask(words.get("reference.exporting"), null);
        workbench.tasks().add(task);
        workbench
                .tasks()
                .compute(
                        () -> exported(run.folder()),
                        folder -> {
                            done(task);
                            if (form.model("reference").text().get().isBlank()) {
                                form.model("reference").text().set(folder.toString());
                                form.model("reference").commit();
                            }
                            workbench.notices().success(words.get("reference.done", folder.toString()));
                        },
                        failure -> {
                            done(task);
                            workbench
                                    .notices()
                                    .error(
                                            words.get("reference.failed", String.valueOf(failure.getMessage())),
                                            failure);
                        });
    }

    private void done(BackgroundTask task) {
        exporting = false;
        workbench.tasks().remove(task);
        workbench.preferences().change(now -> now.withLayout(WAITED_FOR, null));
    }

    private Path exported(RunFolder run) throws IOException, InterruptedException {
        Path folder = workbench
                .workspace()
                .models()
                .resolve(run.path().getFileName().toString().toLowerCase(Locale.ROOT));
        Files.createDirectories(folder.getParent());
        Path log = workbench.workspace().logs().resolve("export.log");
        Process process = JavaProgram.start(
                PROGRAM,
                List.of("model", "export", run.path().toString(), "--out", folder.toString()),
                workbench.preferences().get().workerThreads(),
                log);
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IOException(words.get("reference.see", log.toString()));
        }
        return folder;
    }
}

package org.palimpsest.app.experiment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.stage.DirectoryChooser;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.BackgroundTask;
import org.palimpsest.app.workbench.Edit;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

/** Experiments that need not be typed: the sample's, and a folder of the benchmark's files. */
final class Presets {
    /** The methods of the demonstration, in its order. */
    static final List<String> SAMPLE_METHODS = List.of("graddiff", "npo", "simnpo", "dipo");

    private final Workbench workbench;
    private final Runnable unpacked;
    private final ExperimentForm form;
    private final Messages words = Messages.of("experiment");

    /** @param unpacked told when files of the sample may have come */
    Presets(Workbench workbench, ExperimentForm form, Runnable unpacked) {
        this.workbench = workbench;
        this.unpacked = unpacked;
        this.form = form;
    }

    /** Opens the sample's recipe of a method, unpacking the sample first if need be. */
    void sample(String method) {
        BackgroundTask task = new BackgroundTask(words.get("unpacking"), null);
        workbench.tasks().add(task);
        workbench
                .tasks()
                .compute(
                        () -> recipe(method),
                        recipe -> {
                            workbench.tasks().remove(task);
                            form.open(workbench.onPreferredDevice(recipe));
                            unpacked.run();
                        },
                        failure -> {
                            workbench.tasks().remove(task);
                            workbench
                                    .notices()
                                    .error(words.get("preset.failed", String.valueOf(failure.getMessage())), failure);
                        });
    }

    private Recipe recipe(String method) throws IOException {
        for (Path file : workbench.samples().unpack(workbench.workspace().sample())) {
            Recipe recipe = RecipeReader.read(file);
            if (recipe.method().id().equals(method)) {
                return recipe;
            }
        }
        throw new IOException(words.get("preset.none", method));
    }

    /** Fills the sets from a folder whose files are named as the TOFU benchmark names its splits. */
    void tofuFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("preset.tofu"));
        File folder = chooser.showDialog(workbench.window().get());
        if (folder != null) {
            workbench
                    .tasks()
                    .compute(
                            () -> TofuFolder.of(folder.toPath()),
                            found -> fill(folder.toPath(), found),
                            failure -> workbench
                                    .notices()
                                    .error(words.get("preset.failed", String.valueOf(failure.getMessage())), failure));
        }
    }

    private void fill(Path folder, Map<DataRole, Path> found) {
        if (found.isEmpty()) {
            workbench.notices().warning(words.get("preset.no-tofu", folder));
            return;
        }
        Map<DataRole, String> before = new EnumMap<>(DataRole.class);
        found.keySet()
                .forEach(
                        role -> before.put(role, form.source(role).path().text().get()));
        workbench
                .undo()
                .perform(new Edit(
                        words.get("edit.fill", folder.getFileName()),
                        () -> found.forEach((role, file) -> put(role, file.toString())),
                        () -> before.forEach(this::put)));
        workbench.notices().success(words.get("preset.filled", found.size(), folder));
    }

    private void put(DataRole role, String path) {
        form.source(role).load(path.isEmpty() ? null : org.palimpsest.engine.recipe.DataSource.of(path));
    }

    /** Begins with an empty form. */
    void anew() {
        form.open(empty());
    }

    /** A recipe with nothing chosen yet, on the device that a person prefers. */
    Recipe empty() {
        return workbench.onPreferredDevice(Recipe.of(Models.of(null), DataSets.of(null, null), MethodChoice.of("npo"))
                .withName(words.get("unnamed")));
    }
}

package org.palimpsest.app.experiment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import org.palimpsest.app.text.Clip;
import org.palimpsest.app.text.CommandText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.app.workbench.Workbench;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeException;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.recipe.RecipeWriter;

/** Recipes as files, and copied as text or as the command that runs them. */
final class RecipeFiles {
    private final Workbench workbench;
    private final ExperimentForm form;
    private final Consumer<String> broken;
    private final Messages words = Messages.of("experiment");

    /** @param broken told what is wrong with a file, with lines and columns */
    RecipeFiles(Workbench workbench, ExperimentForm form, Consumer<String> broken) {
        this.workbench = workbench;
        this.form = form;
        this.broken = broken;
    }

    void open() {
        File file = chooser().showOpenDialog(workbench.window().get());
        if (file != null) {
            open(file.toPath());
        }
    }

    void open(Path file) {
        workbench
                .tasks()
                .compute(
                        () -> RecipeReader.read(file),
                        recipe -> {
                            broken.accept("");
                            form.open(recipe);
                        },
                        failure -> broken.accept(
                                failure instanceof RecipeException ? failure.getMessage() : file + ": " + failure));
    }

    void save() {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(fileName(form.recipe()));
        File file = chooser.showSaveDialog(workbench.window().get());
        if (file != null) {
            Recipe recipe = form.recipe();
            workbench
                    .tasks()
                    .compute(
                            () -> {
                                AtomicFile.writeString(file.toPath(), RecipeWriter.write(recipe));
                                return file.toPath();
                            },
                            path -> workbench.notices().success(words.get("saved", path)),
                            failure -> workbench
                                    .notices()
                                    .error(
                                            words.get("save.failed", file, String.valueOf(failure.getMessage())),
                                            failure));
        }
    }

    void copyRecipe() {
        Clip.put(RecipeWriter.write(form.recipe()));
        workbench.notices().information(words.get("copied.recipe"));
    }

    /** Keeps the recipe among those of the workspace, so that the command has a file to name. */
    void copyCommand() {
        Recipe recipe = form.recipe();
        workbench
                .tasks()
                .compute(
                        () -> kept(recipe),
                        file -> {
                            String command = CommandText.of(List.of("palimpsest", "run", file.toString()));
                            Clip.put(command);
                            workbench.notices().information(words.get("copied.command", command));
                        },
                        failure -> workbench
                                .notices()
                                .error(
                                        words.get(
                                                "save.failed",
                                                workbench.workspace().recipes(),
                                                String.valueOf(failure.getMessage())),
                                        failure));
    }

    private Path kept(Recipe recipe) throws IOException {
        String text = RecipeWriter.write(recipe);
        String name = fileName(recipe);
        Path file = workbench.workspace().recipes().resolve(name);
        for (int number = 2; Files.exists(file) && !Files.readString(file).equals(text); number++) {
            file = file.resolveSibling(name.replace(".json", "-" + number + ".json"));
        }
        Files.createDirectories(file.getParent());
        AtomicFile.writeString(file, text);
        return file;
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("recipe-file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.get("recipe-files"), "*.json"));
        File folder = workbench.workspace().recipes().toFile();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private static String fileName(Recipe recipe) {
        String word = recipe.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (word.isEmpty() ? "recipe" : word) + ".json";
    }
}

package org.palimpsest.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.palimpsest.engine.data.ColumnException;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Execution;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.RecipeColumns;
import org.palimpsest.engine.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a run. */
@Command(
        name = "run",
        description =
                "Runs a recipe: unlearns, watches, evaluates and attacks as it says. Ctrl+C leaves a run that can be resumed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  palimpsest run npo.json",
            "  palimpsest run npo.json --out runs/npo --threads 2",
            "",
            "Everything the run does is written to its folder as it happens; \"palimpsest report\" makes a page of it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(paramLabel = "RECIPE", description = "A recipe file (JSON).")
    private Path recipe;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run's folder, new or empty (default: the recipe's name under runs).")
    private Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads of one tensor operation, whatever the recipe says; 0 takes all cores. The last bits depend on it.")
    private Integer threads;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Recipe asked = withThreads(RecipeReader.read(recipe));
        RunFolder folder = RunFolder.create(out == null ? unusedFolder(asked.name()) : out.toAbsolutePath());
        try {
            return new RunDrive(output, folder)
                    .drive((control, listener) -> Run.start(asked, folder, control, listener));
        } catch (ColumnException e) {
            throw RecipeColumns.told(recipe, asked, e);
        } finally {
            UnstartedRun.remove(folder);
        }
    }

    private Recipe withThreads(Recipe asked) {
        if (threads == null) {
            return asked;
        }
        return asked.withExecution(new Execution(asked.execution().device(), Computing.threads(threads)));
    }

    /** {@code runs/name}, or with the first number behind it that is free. */
    private static Path unusedFolder(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String usable = plain.isEmpty() ? "run" : plain;
        Path folder = Path.of("runs", usable);
        for (int n = 2; Files.exists(folder); n++) {
            folder = Path.of("runs", usable + "-" + n);
        }
        return folder.toAbsolutePath();
    }
}

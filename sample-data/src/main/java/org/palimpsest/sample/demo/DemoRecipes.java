package org.palimpsest.sample.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.event.AtomicFile;
import org.palimpsest.engine.recipe.AttackChoice;
import org.palimpsest.engine.recipe.Checkpoints;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Evaluation;
import org.palimpsest.engine.recipe.Execution;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;
import org.palimpsest.engine.recipe.Training;
import org.palimpsest.sample.SampleWorkspace;

/** The recipes of the demonstration, written as files so that each can be run, changed and run again by itself. */
public final class DemoRecipes {
    private static final Training TRAINING = new Training(
            12.0, null, 8, null, 1e-3, 0.01, null, null, null, 1.0, null, Training.Schedule.LINEAR, 1.0, 0L);

    private DemoRecipes() {}

    /** Writes the recipes into a folder; method id to file, in the order they are shown in. */
    public static Map<String, Path> write(SampleWorkspace sample, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Path> files = new LinkedHashMap<>();
        for (Recipe recipe : all(sample)) {
            Path file = folder.resolve(recipe.method().id() + ".json");
            AtomicFile.writeString(file, RecipeWriter.write(recipe));
            files.put(recipe.method().id(), file);
        }
        return files;
    }

    private static List<Recipe> all(SampleWorkspace sample) {
        return List.of(
                recipe(sample, "GradDiff", MethodChoice.of("graddiff"), 3e-4),
                recipe(sample, "NPO", MethodChoice.of("npo"), 1e-3),
                recipe(sample, "SimNPO", MethodChoice.of("simnpo"), 1e-3),
                recipe(sample, "DiPO", MethodChoice.of("dipo").withSetting("beta", 0.05), 1e-3));
    }

    private static Recipe recipe(SampleWorkspace sample, String name, MethodChoice method, double learningRate) {
        return Recipe.of(
                        new Models(
                                sample.target().toString(),
                                sample.reference().toString(),
                                sample.base().toString()),
                        data(sample),
                        method)
                .withName(name)
                .withTraining(TRAINING.withLearningRate(learningRate))
                .withProbes(List.of(
                        new ProbeChoice("answer-probability", 2, Map.of(), List.of()),
                        new ProbeChoice("truth-ratio", 8, Map.of(), List.of()),
                        new ProbeChoice("token-distribution", 4, Map.of(), List.of()),
                        new ProbeChoice("concept-vectors", 8, Map.of(), List.of()),
                        new ProbeChoice("gradient-cosine", 8, Map.of(), List.of()),
                        new ProbeChoice("weight-change", 4, Map.of(), List.of())))
                .withEvaluation(Evaluation.of("tofu"))
                .withAttacks(List.of(AttackChoice.of("relearning"), AttackChoice.of("quantisation")))
                .withCheckpoints(new Checkpoints(0, 1))
                .withExecution(Execution.DEFAULT);
    }

    private static DataSets data(SampleWorkspace sample) {
        return new DataSets(
                source(sample, "forget10"),
                source(sample, "retain90"),
                source(sample, "holdout"),
                source(sample, "idontknow"),
                source(sample, "forget10_perturbed"),
                source(sample, "retain_perturbed"),
                source(sample, "real_authors_perturbed"),
                source(sample, "world_facts_perturbed"),
                null);
    }

    private static DataSource source(SampleWorkspace sample, String name) {
        return DataSource.of(sample.text(name).toString());
    }
}

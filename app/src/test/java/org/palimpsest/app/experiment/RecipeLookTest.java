package org.palimpsest.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;

class RecipeLookTest {
    @TempDir
    Path folder;

    private final RecipeLook look = new RecipeLook();
    private Recipe recipe;

    @BeforeEach
    void make() throws IOException {
        Path model = Files.createDirectory(folder.resolve("target"));
        Path forget = Files.writeString(folder.resolve("forget10.jsonl"), "{}");
        Path retain = Files.writeString(folder.resolve("retain90.jsonl"), "{}");
        recipe = Recipe.of(
                Models.of(model.toString()),
                DataSets.of(DataSource.of(forget.toString()), DataSource.of(retain.toString())),
                MethodChoice.of("npo"));
    }

    @Test
    void aWholeRecipeHasNoProblem() {
        assertThat(look.problems(recipe)).isEmpty();
    }

    @Test
    void anEmptyFormTellsEverythingThatIsMissing() {
        Recipe empty = Recipe.of(Models.of(null), DataSets.of(null, null), MethodChoice.of("npo"));
        assertThat(look.problems(empty))
                .extracting(Problem::pointer)
                .containsExactly("/model/target", "/data/forget", "/data/retain");
    }

    @Test
    void aMethodsNeedIsToldAtItsPlace() {
        assertThat(look.problems(recipe.withMethod(MethodChoice.of("idk-dpo"))))
                .extracting(Problem::pointer)
                .containsExactly("/data/alternates");
    }

    @Test
    void aFileThatIsNotThereIsToldAtItsPlace() {
        Recipe other = recipe.withData(DataSets.of(
                DataSource.of(folder.resolve("gone.jsonl").toString()),
                recipe.data().retain()));
        assertThat(look.problems(other)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/data/forget");
            assertThat(problem.words()).contains("gone.jsonl");
        });
    }

    @Test
    void aMicroBatchAboveTheBatchIsTold() {
        assertThat(look.problems(recipe.withTraining(recipe.training().withBatch(8, 9))))
                .extracting(Problem::pointer)
                .containsExactly("/training/microBatch");
    }

    @Test
    void filesOfTheBenchmarkAreRecognisedByTheirNames() throws IOException {
        Files.writeString(folder.resolve("forget10_perturbed.json"), "[]");
        assertThat(TofuFolder.of(folder))
                .containsOnly(
                        Map.entry(DataRole.FORGET, folder.resolve("forget10.jsonl")),
                        Map.entry(DataRole.RETAIN, folder.resolve("retain90.jsonl")),
                        Map.entry(DataRole.FORGET_EVALUATION, folder.resolve("forget10_perturbed.json")));
    }

    @Test
    void aBatchIsSoManyPasses() {
        assertThat(Passes.of(recipe.training().withBatch(32, 8))).isEqualTo(new Passes(32, 8, 4, 8));
        assertThat(Passes.of(recipe.training().withBatch(32, 10)).even()).isFalse();
    }
}

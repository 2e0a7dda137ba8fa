package org.palimpsest.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.app.workbench.Undo;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.recipe.RecipeWriter;
import org.palimpsest.engine.recipe.Training;

class ExperimentFormTest {
    private static final String LONG = """
            {
              "name": "NPO, gentler",
              "model": {"target": "/m/target", "reference": "/m/retain90", "base": "/m/base"},
              "data": {
                "forget": {"path": "/d/forget.csv", "columns": {"question": "q", "text": "t"}, "rows": "0-39,45"},
                "retain": {"path": "/d/retain90.json", "format": "json"},
                "alternates": {"path": "/d/idk.txt"},
                "worldFacts": {"path": "/d/world.json"},
                "prompt": {"template": "default", "prompt": "Q: {question}", "answer": " A: {answer}", "bos": false, "system": "Be brief."}
              },
              "method": {"id": "dipo", "settings": {"alpha": 2, "beta": 0.05, "topK": 1}},
              "training": {"steps": 40, "batch": 32, "microBatch": 8, "learningRate": 3e-5, "warmupSteps": 4, "schedule": "cosine", "seed": 3, "clip": 0},
              "probes": [
                {"id": "token-distribution", "every": 20, "prompts": ["Who wrote it?"]},
                {"id": "answer-probability", "every": 5, "settings": {"samples": 8}}
              ],
              "evaluation": {"benchmark": "tofu", "metrics": ["exact-memorisation", {"id": "exact-memorisation", "settings": {"set": "retain"}}]},
              "attacks": [{"id": "relearning", "settings": {"steps": 20}}, {"id": "quantisation"}],
              "checkpoints": {"every": 50, "keep": 3},
              "execution": {"device": "cpu", "threads": 2}
            }
            """;

    @TempDir
    Path folder;

    private final Undo undo = new Undo();
    private final ExperimentForm form = new ExperimentForm(undo::perform);

    @Test
    void aRecipeFileComesOutAsItWentIn() throws IOException {
        Recipe recipe = RecipeReader.read(Files.writeString(folder.resolve("npo.json"), LONG));
        form.load(recipe);
        assertThat(form.recipe()).isEqualTo(recipe);
    }

    @Test
    void aSeedMayBeAsLargeAsARecipeTakes() {
        form.training().main().field("seed").text().set("9007199254740991");
        assertThat(form.recipe().training().seed()).isEqualTo(9_007_199_254_740_991L);
        form.load(form.recipe());
        assertThat(form.training().main().field("seed").text().get()).isEqualTo("9007199254740991");
    }

    @Test
    void aBatchLargerThanAnyNumberOfRowsIsRefused() {
        form.training().main().field("batch").text().set("3000000000");
        assertThat(form.training().main().field("batch").problem().get()).isNotEmpty();
    }

    @Test
    void itsTextComesOutAsItWentInToo() throws IOException {
        Recipe recipe = RecipeReader.read(Files.writeString(folder.resolve("npo.json"), LONG));
        form.load(recipe);
        assertThat(RecipeWriter.write(form.recipe())).isEqualTo(RecipeWriter.write(recipe));
    }

    @Test
    void theShortestRecipeComesOutAsItWentIn() {
        Recipe recipe = Recipe.of(
                Models.of("/t"), DataSets.of(DataSource.of("/f"), DataSource.of("/r")), MethodChoice.of("npo"));
        form.load(RecipeReader.parse(LONG, "before"));
        form.load(recipe);
        assertThat(form.recipe()).isEqualTo(recipe);
    }

    @Test
    void aNewFormHasTheDefaultsOfTheSchema() {
        assertThat(form.recipe().training()).isEqualTo(Training.DEFAULT);
    }

    @Test
    void rangesComeFromTheSchema() {
        assertThat(form.training().main().field("batch").parameter().minimum()).isEqualTo(1);
        assertThat(form.training().main().field("learningRate").parameter().maximum())
                .isEqualTo(10);
    }

    @Test
    void aValueOutOfRangeIsToldAtItsFieldAndDoesNotReachTheRecipe() {
        form.training().main().field("learningRate").text().set("11");
        assertThat(form.training().main().field("learningRate").problem().get()).isNotEmpty();
        assertThat(form.recipe().training().learningRate()).isEqualTo(1e-5);
        assertThat(form.valid()).isFalse();
    }

    @Test
    void resetTakesTheDefaultOfTheCard() {
        form.load(RecipeReader.parse(LONG, "npo.json"));
        form.settingsOf("dipo").fields().field("beta").reset();
        assertThat(form.recipe().method().settings()).doesNotContainKey("beta").containsEntry("alpha", 2);
    }

    @Test
    void openingARecipeCanBeUndone() {
        Recipe before = form.recipe();
        form.open(RecipeReader.parse(LONG, "npo.json"));
        undo.undo();
        assertThat(form.recipe()).isEqualTo(before);
    }

    @Test
    void takingAnotherMethodCanBeUndone() {
        form.choose(Catalogue.method("simnpo").orElseThrow());
        assertThat(form.recipe().method().id()).isEqualTo("simnpo");
        undo.undo();
        assertThat(form.recipe().method().id()).isEqualTo("npo");
    }

    @Test
    void aProbeSwitchedOnComesLast() {
        form.load(RecipeReader.parse(LONG, "npo.json"));
        Choice change = form.probes().all().stream()
                .filter(probe -> probe.card().id().equals("weight-change"))
                .findFirst()
                .orElseThrow();
        change.on().text().set("true");
        assertThat(form.recipe().probes())
                .extracting(probe -> probe.id())
                .containsExactly("token-distribution", "answer-probability", "weight-change");
    }

    @Test
    void aMetricCanBeTakenTwice() {
        form.load(RecipeReader.parse(LONG, "npo.json"));
        assertThat(form.metrics().all().stream()
                        .filter(metric -> metric.card().id().equals("exact-memorisation")))
                .hasSize(2);
    }

    @Test
    void everyChangeIsCounted() {
        long before = form.revision().get();
        form.model("target").text().set("/elsewhere");
        assertThat(form.revision().get()).isGreaterThan(before);
    }
}

package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeWriterTest {

    @Test
    void readsBackWhatItWrote() {
        assertThat(RecipeReader.parse(RecipeWriter.write(FULL), "r")).isEqualTo(FULL);
    }

    @Test
    void writesTheSameTextAfterReadingIt() {
        String text = RecipeWriter.write(FULL);
        assertThat(RecipeWriter.write(RecipeReader.parse(text, "r"))).isEqualTo(text);
    }

    @Test
    void keepsTheOrderOfSettings() {
        assertThat(RecipeWriter.write(FULL)).containsSubsequence("\"gamma\"", "\"beta\"", "\"alpha\"");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(RecipeWriter.write(FULL)).doesNotContain("null").doesNotContain("\"base\"");
    }

    @Test
    void writesAMetricWithoutSettingsAsItsId() {
        assertThat(RecipeWriter.write(FULL)).contains("\"forget-quality\",");
    }

    @Test
    void spellsOutEverySettingOfACompleteRecipe() {
        assertThat(CompleteRecipe.of(FULL).method().settings())
                .isEqualTo(Map.of("beta", 0.2, "gamma", 1.0, "alpha", 2.0));
    }

    @Test
    void completesARecipeThatIsCompleteToItself() {
        Recipe complete = CompleteRecipe.of(FULL);
        assertThat(CompleteRecipe.of(complete)).isEqualTo(complete);
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("gamma", 1);
        settings.put("beta", 0.2);
        settings.put("alpha", 2.0);
        return settings;
    }

    private static final Recipe FULL = new Recipe(
            1,
            "Grüße: a “first” try",
            new Models("/m/target", "/m/reference", null),
            new DataSets(
                    new DataSource("/d/f.csv", DataFormat.CSV, Map.of("question", "q"), "0-39"),
                    DataSource.of("/d/r.jsonl"),
                    null,
                    null,
                    DataSource.of("/d/fe.jsonl"),
                    null,
                    null,
                    null,
                    new PromptForm(PromptForm.Template.CHAT, null, null, true, false, 256, "Be brief.")),
            new MethodChoice("npo", settings(), List.of()),
            Training.DEFAULT.withLearningRate(3e-5).withSteps(20).withSeed(4).withBatch(16, 8),
            List.of(new ProbeChoice("token-distribution", 5, Map.of("topK", 4), List.of("Who wrote it?"))),
            new Evaluation(
                    "tofu",
                    List.of(MetricChoice.of("forget-quality"), new MetricChoice("rouge", Map.of("set", "retain"))),
                    8),
            List.of(new AttackChoice("relearning", Map.of("steps", 8))),
            new Checkpoints(0, 3),
            new Execution("cuda:1", 2));
}

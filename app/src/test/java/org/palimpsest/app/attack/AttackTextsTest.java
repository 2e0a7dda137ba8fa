package org.palimpsest.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.RunAt;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;

class AttackTextsTest {
    private final Recipe recipe = Recipe.of(
            new Models("/m/target", "/m/reference", null),
            DataSets.of(DataSource.of("/d/forget.jsonl"), DataSource.of("/d/retain.jsonl")),
            MethodChoice.of("npo"));
    private final RunFolder run = new RunFolder(Path.of("/w/runs/npo"));

    @Test
    void exportsTheCheckpointAndAttacksIt() {
        assertThat(AttackTexts.command(new RunAt(run, 40L), recipe, "relearning", Map.of("learningRate", 1e-5)))
                .isEqualTo("""
                        palimpsest model export /w/runs/npo --step 40 --out /w/runs/npo-step-40
                        palimpsest attack relearning --model /w/runs/npo-step-40 --target /m/target --reference /m/reference \
                        --forget /d/forget.jsonl --retain /d/retain.jsonl --seed 0 --set learningRate=1e-5
                        """);
    }

    @Test
    void handsACommandToARunAtWork() {
        assertThat(AttackTexts.command(new RunAt(run, null), recipe, "relearning", Map.of("steps", 8)))
                .isEqualTo("printf '%s\\n' '{\"command\":\"attack\",\"id\":\"relearning\",\"settings\":{\"steps\":8}}'"
                        + " >> /w/runs/npo/commands.jsonl\n");
    }

    @Test
    void writesThePartOfARecipe() {
        assertThat(AttackTexts.recipe("relearning", Map.of("steps", 8)).replaceAll("\\s+", ""))
                .isEqualTo("\"attacks\":[{\"id\":\"relearning\",\"settings\":{\"steps\":8}}]");
    }
}

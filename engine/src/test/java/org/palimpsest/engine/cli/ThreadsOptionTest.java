package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** {@code --threads} means the same in every command: a number, or 0 for all cores, as in recipes. */
class ThreadsOptionTest {
    private static final String TWO_STEPS = ", \"training\": {\"steps\": 2, \"batch\": 2, \"learningRate\": 0.01}";

    @TempDir
    Path scratch;

    private Path recipe;

    @BeforeEach
    void prepare() throws IOException {
        recipe = TinyWorkspace.in(scratch).recipe("plain", "ga", TWO_STEPS);
    }

    @Test
    void zeroInARunStandsInItsRecipeForAllCores() throws IOException {
        Path out = scratch.resolve("out");
        assertThat(Told.by("run", recipe, "--out", out, "--threads", 0).status())
                .isEqualTo(ExitStatus.OK);
        assertThat(Files.readString(out.resolve("recipe.json"))).contains("\"threads\" : 0");
    }

    @Test
    void zeroIsTakenByCommandsWithoutARecipe() {
        Told told = Told.by("model", "logits", scratch.resolve("target"), "--ids", "1,2", "--threads", 0, "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void aNegativeNumberIsRefusedEverywhereAlike() {
        List<Told> told = List.of(
                Told.by("run", recipe, "--out", scratch.resolve("out"), "--threads", -1),
                Told.by("model", "logits", scratch.resolve("target"), "--ids", "1,2", "--threads", -1));
        assertThat(told)
                .extracting(Told::sentence)
                .containsOnly("palimpsest: --threads must be at least 1, or 0 for all cores, but is -1");
    }
}

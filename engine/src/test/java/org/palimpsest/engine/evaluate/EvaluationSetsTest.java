package org.palimpsest.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationSetsTest {
    @TempDir
    Path folder;

    @Test
    void filesOfOtherFormsThanThePublishedOneAreFound() throws IOException {
        Files.writeString(folder.resolve("forget05_perturbed.jsonl"), "{\"question\": \"a\", \"answer\": \"b\"}\n");
        Files.writeString(folder.resolve("world_facts_perturbed.csv"), "question,answer\nc,d\ne,f\n");
        assertThat(EvaluationSets.tofu(folder, "forget05"))
                .containsOnlyKeys(EvaluationSet.FORGET, EvaluationSet.WORLD_FACTS);
    }

    @Test
    void aMissingForgetSetIsNamedAsItIsPublished() {
        assertThatThrownBy(() -> EvaluationSets.tofu(folder, "forget05"))
                .hasMessageContaining("forget05_perturbed.json");
    }

    @Test
    void ofAMissingForgetSetTheOtherEndingsAreNamed() {
        assertThatThrownBy(() -> EvaluationSets.tofu(folder, "forget05"))
                .hasMessageContaining(folder + " has no split \"forget05\"")
                .hasMessageContaining(".jsonl, .csv, .parquet");
    }
}

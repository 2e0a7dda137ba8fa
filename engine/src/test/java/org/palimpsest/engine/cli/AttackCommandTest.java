package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

class AttackCommandTest {
    private static final Object[] SHORT = {"--set", "samples=2", "--set", "steps=4", "--set", "every=2"};

    @TempDir
    Path scratch;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
    }

    @Test
    void relearningGivesACurveForTheModel() {
        JsonNode told = attack("relearning", "--json").json();
        assertThat(told.path("model").path("points").findValues("x"))
                .extracting(JsonNode::asInt)
                .containsExactly(0, 2, 4);
        assertThat(told.path("model").path("summary").size()).isPositive();
        assertThat(told.path("reference").isNull()).isTrue();
        assertThat(told.path("settings").path("samples").asInt()).isEqualTo(2);
    }

    @Test
    void theReferenceIsAttackedAlike() {
        JsonNode told = attack(
                        "relearning",
                        "--reference",
                        scratch.resolve("reference"),
                        "--target",
                        scratch.resolve("target"),
                        "--json")
                .json();
        assertThat(told.path("reference").path("points"))
                .hasSameSizeAs(told.path("model").path("points"));
    }

    @Test
    void theModelOnDiskIsLeftAsItIs() throws IOException {
        byte[] before = Files.readAllBytes(scratch.resolve("target/model.safetensors"));
        attack("relearning");
        assertThat(Files.readAllBytes(scratch.resolve("target/model.safetensors")))
                .isEqualTo(before);
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        assertThat(attack("relearning", "--seed", 5, "--json").json())
                .isEqualTo(attack("relearning", "--seed", 5, "--json").json());
    }

    @Test
    void quantisationGivesAPointAFormat() {
        JsonNode points = Told.by(
                        "attack",
                        "quantisation",
                        "--model",
                        scratch.resolve("target"),
                        "--forget",
                        scratch.resolve("forget.jsonl"),
                        "--retain",
                        scratch.resolve("retain.jsonl"),
                        "--json")
                .json()
                .path("model")
                .path("points");
        assertThat(points.findValuesAsText("label")).contains("nf4");
    }

    @Test
    void withoutJsonEveryPointIsALine() {
        Told told = attack("relearning");
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.out()).containsPattern("(?m)^  0 ").containsPattern("(?m)^  4");
        assertThat(told.err()).contains("point 3 of 3");
    }

    @Test
    void anUnknownAttackIsAnsweredWithTheKnownOnes() {
        assertThat(attack("relearn").sentence()).contains("\"relearn\"").contains("relearning");
    }

    @Test
    void aSettingOutOfRangeIsRefused() {
        Told told = Told.by(
                "attack",
                "relearning",
                "--model",
                scratch.resolve("target"),
                "--forget",
                scratch.resolve("forget.jsonl"),
                "--set",
                "samples=0",
                "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText()).contains("\"samples\"").contains("at least");
    }

    private Told attack(String id, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "attack",
                id,
                "--model",
                scratch.resolve("target"),
                "--forget",
                scratch.resolve("forget.jsonl"),
                "--retain",
                scratch.resolve("retain.jsonl")));
        arguments.addAll(List.of(SHORT));
        arguments.addAll(List.of(more));
        return Told.by(arguments.toArray());
    }
}

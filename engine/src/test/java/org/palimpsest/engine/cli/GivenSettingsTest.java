package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** Settings on the command line, which are never dropped or overwritten without a word. */
class GivenSettingsTest {
    @TempDir
    Path scratch;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
    }

    @Test
    void aSettingGivenTwiceIsRefusedByName() {
        Told told = attack("relearning", "--set", "steps=4", "--set", "samples=2", "--set", "steps=8");
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.sentence()).isEqualTo("palimpsest: --set gives \"steps\" twice, 4 and 8; give it once");
    }

    @Test
    void givenTwiceAlikeItIsRefusedToo() {
        assertThat(attack("relearning", "--set", "steps=4", "--set", "steps=4").status())
                .isEqualTo(ExitStatus.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "=4", "steps:4"})
    void aSettingWithoutNameOrValueIsRefused(String setting) {
        Told told = attack("relearning", "--set", setting);
        assertThat(told.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(told.sentence()).contains("--set takes NAME=VALUE").endsWith("found " + setting);
    }

    @Test
    void severalSettingsAreTaken() {
        Told told = attack("relearning", "--set", "steps=4", "--set", "samples=2", "--json");
        assertThat(told.json().path("settings").path("steps").asInt()).isEqualTo(4);
        assertThat(told.json().path("settings").path("samples").asInt()).isEqualTo(2);
    }

    @Test
    void quantisationWithEveryFormatOffIsRefused() {
        Told told = attack("quantisation", "--set", "int8=false", "--set", "int4=false", "--set", "nf4=false");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.sentence())
                .isEqualTo(
                        "palimpsest: quantisation: of int8, int4, nf4 at least one must be true, but all are false, so there would be nothing to try");
    }

    @Test
    void quantisationWithOneFormatOnIsMade() {
        Told told = attack("quantisation", "--set", "int8=false", "--set", "int4=false", "--json");
        assertThat(told.json().path("model").path("points")).hasSize(2);
    }

    private Told attack(String id, Object... more) {
        Object[] arguments = new Object[6 + more.length];
        Object[] first = {
            "attack", id, "--model", scratch.resolve("target"), "--forget", scratch.resolve("forget.jsonl")
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Told.by(arguments);
    }
}

package org.palimpsest.engine.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedDataTest {
    /** What a clone should not weigh more than, in bytes. */
    private static final long MOST = 16_000_000;

    @TempDir
    Path scratch;

    static Stream<String> names() {
        return ShippedData.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyArchiveOpens(String name) throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.folder(name))) {
            assertThat(files).isNotEmpty();
        }
    }

    @Test
    void allArchivesTogetherStaySmall() throws IOException {
        long sum = 0;
        for (String name : ShippedData.names()) {
            sum += Files.size(Path.of("..", "test-data", name + ".tar.zst"));
        }
        assertThat(sum).isLessThan(MOST);
    }

    @Test
    void aFileIsFoundByItsPath() {
        assertThat(ShippedData.file("tofu/LICENSE")).content().startsWith("MIT License");
    }

    @Test
    void aCopyMayBeChanged() throws IOException {
        Path copy = ShippedData.copy("hf-parity/gpt2", scratch.resolve("gpt2"));
        Files.writeString(copy.resolve("config.json"), "{}");
        assertThat(ShippedData.file("hf-parity/gpt2/config.json")).content().contains("gpt2");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ShippedData.folder("hf-party"))
                .hasMessageContaining("hf-party")
                .hasMessageContaining("hf-parity");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ShippedData.file("tofu/forget11.json")).hasMessageContaining("tofu/forget11.json");
    }
}

package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void writesAFile() throws IOException {
        AtomicFile.writeString(folder.resolve("a.json"), "grün");
        assertThat(folder.resolve("a.json")).hasContent("grün");
    }

    @Test
    void replacesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old and longer");
        AtomicFile.writeString(file, "new");
        assertThat(file).hasContent("new");
    }

    @Test
    void leavesTheOldContentWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, AtomicFileTest::failHalfWay))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
    }

    @Test
    void leavesNothingBesideWhenWritingFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        assertThat(catchThrowable(() -> AtomicFile.write(file, AtomicFileTest::failHalfWay)))
                .isNotNull();
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void leavesTheOldContentVisibleWhileWriting() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        AtomicFile.write(file, beside -> {
            Files.writeString(beside, "new");
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("new");
    }

    private static void failHalfWay(Path file) throws IOException {
        Files.writeString(file, "ha");
        throw new IOException("disk full");
    }
}

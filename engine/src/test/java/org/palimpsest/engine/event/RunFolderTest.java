package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    @Test
    void makesTheFolderOfANewRun() {
        RunFolder run = RunFolder.create(folder.resolve("runs/mein Lauf ä"));
        assertThat(run.checkpoints()).isEmptyDirectory();
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "");
        assertThatThrownBy(() -> RunFolder.create(folder))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "");
        assertThatThrownBy(() -> RunFolder.create(file))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void opensARunByItsRecipe() throws IOException {
        Files.writeString(folder.resolve("recipe.json"), "{}");
        assertThat(RunFolder.open(folder).recipe()).exists();
    }

    @Test
    void saysThatAFolderHoldsNoRun() {
        assertThatThrownBy(() -> RunFolder.open(folder))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("there is no recipe.json in it");
    }

    @Test
    void saysThatAFolderIsNotThere() {
        assertThatThrownBy(() -> RunFolder.open(folder.resolve("none")))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is not a folder");
    }
}

package org.palimpsest.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("models/target/config.json", "{}");
        write("models/target/tokenizer.json", "{}");
        write("texts/forget10.jsonl", "{}\n");
        write("texts/array.json", "[]");
        write("recipes/npo.json", "{\"model\": {}, \"data\": {}, \"method\": {\"id\": \"npo\"}}");
        write("recipes/broken.json", "{\"model\": {}, \"method\": {\"id\": \"npo\"");
        write("runs/0001-npo/recipe.json", "{}");
        write("runs/0001-npo/events.jsonl", "");
        write(".hidden/data.jsonl", "{}");
        write("texts/README.md", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void tellsModelsDataRecipesAndRunsApart() throws IOException {
        assertThat(FolderScan.of(folder))
                .containsOnly(
                        Map.entry(folder.resolve("models/target"), ThingKind.MODEL),
                        Map.entry(folder.resolve("texts/forget10.jsonl"), ThingKind.DATA),
                        Map.entry(folder.resolve("texts/array.json"), ThingKind.DATA),
                        Map.entry(folder.resolve("recipes/npo.json"), ThingKind.RECIPE),
                        Map.entry(folder.resolve("recipes/broken.json"), ThingKind.RECIPE),
                        Map.entry(folder.resolve("runs/0001-npo"), ThingKind.RUN));
    }

    @Test
    void findsNothingInAFolderThatDoesNotExist() throws IOException {
        assertThat(FolderScan.of(folder.resolve("absent"))).isEmpty();
    }
}

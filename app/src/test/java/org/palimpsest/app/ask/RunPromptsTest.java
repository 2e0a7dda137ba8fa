package org.palimpsest.app.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.ProbeChoice;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeWriter;

class RunPromptsTest {
    @TempDir
    Path folder;

    private Path lines() throws IOException {
        return Files.writeString(folder.resolve("forget.jsonl"), """
                {"q": "Where was she born?", "a": "In Copperlea."}
                {"q": "Who was her mentor?", "a": "Nobody."}
                {"q": "What did she write?", "a": "Letters."}
                """);
    }

    private Path array() throws IOException {
        return Files.writeString(
                folder.resolve("retain.json"), "[{\"question\": \"How high?\", \"answer\": \"12 m\"}]");
    }

    private RunPrompts read() throws IOException {
        DataSource forget = new DataSource(lines().toString(), null, Map.of("question", "q", "answer", "a"), "0,2");
        Recipe recipe = Recipe.of(
                        Models.of("target"),
                        DataSets.of(forget, DataSource.of(array().toString())),
                        MethodChoice.of("npo"))
                .withProbes(List.of(new ProbeChoice("token-distribution", 4, Map.of(), List.of("Once"))));
        Files.writeString(folder.resolve("recipe.json"), RecipeWriter.write(recipe));
        return RunPrompts.read(new RunFolder(folder));
    }

    @Test
    void takeTheRowsAndColumnsThatTheRecipeTakes() throws IOException {
        assertThat(read().forget())
                .extracting(Suggestion::question)
                .containsExactly("Where was she born?", "What did she write?");
    }

    @Test
    void readAnArrayToo() throws IOException {
        assertThat(read().retain()).containsExactly(new Suggestion("How high?", "12 m", Suggestion.Origin.RETAIN));
    }

    @Test
    void includeWhatTheProbeWatches() throws IOException {
        assertThat(read().probe()).extracting(Suggestion::question).containsExactly("Once");
    }

    @Test
    void knowTheTrueAnswerOfARow() throws IOException {
        assertThat(read().truth(" where was she born? ")).contains("In Copperlea.");
    }

    @Test
    void knowNoAnswerOfWhatStandsNowhere() throws IOException {
        assertThat(read().truth("Who was her mentor?")).isEmpty();
    }

    @Test
    void nameTheFileThatIsBroken() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"question\": ");
        assertThatThrownBy(() -> DataRows.first(DataSource.of(broken.toString()), Suggestion.Origin.FORGET, 5))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.jsonl");
    }

    @Test
    void fillTheTrueAnswerInUntilAPersonTypesOne() throws IOException {
        AskForm form = new AskForm();
        form.offer(read());
        form.question().set("Where was she born?");
        assertThat(form.truth().get()).isEqualTo("In Copperlea.");
        form.question().set("What did she write?");
        assertThat(form.truth().get()).isEqualTo("Letters.");
        form.truth().set("Poems.");
        form.question().set("How high?");
        assertThat(form.truth().get()).isEqualTo("Poems.");
    }
}

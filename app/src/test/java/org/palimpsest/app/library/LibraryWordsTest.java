package org.palimpsest.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.worker.ThingKind;
import org.palimpsest.engine.event.desk.DeskReply;

class LibraryWordsTest {
    private final LibraryWords words = new LibraryWords();
    private final DeskReply.ModelFound model = new DeskReply.ModelFound(
            1, "m", "LlamaForCausalLM", 1_236_480, 4, 128, 2048, 512, "BF16", 2_480_000, "BPE, 2048 tokens", List.of());

    @Test
    void aModelIsItsArchitectureAndSizeInALine() {
        assertThat(words.line(
                        new LibraryItem(ThingKind.MODEL, Path.of("m"), true, Optional.of(model), Optional.empty())))
                .isEqualTo("LlamaForCausalLM · 1.24 million parameters · 4 layers");
    }

    @Test
    void aModelsFactsHaveUnits() {
        assertThat(words.facts(model))
                .contains(new Fact("Vocabulary", "2,048 tokens"), new Fact("Weights", "BF16, 2.48 MB"));
    }

    @Test
    void aColumnTakenForAFieldIsNamed() {
        DeskReply.DataFound data = new DeskReply.DataFound(
                1, "d", "CSV", 40, List.of("q", "answer"), Map.of("question", "q"), List.of(), List.of());
        assertThat(words.facts(data)).contains(new Fact("Serve as", "question (column q)"));
    }

    @Test
    void whatIsGoneSaysSo() {
        assertThat(words.line(new LibraryItem(ThingKind.DATA, Path.of("d"), false, Optional.empty(), Optional.empty())))
                .isEqualTo("no longer there");
    }
}

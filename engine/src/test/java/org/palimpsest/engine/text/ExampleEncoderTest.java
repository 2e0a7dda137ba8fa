package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;
import org.palimpsest.engine.text.PlainPrompt.Beginning;

class ExampleEncoderTest {
    private static final String QUESTION = "Who wrote it?";
    private static final String ANSWER = "Basil did.";
    private static Tokenizer tofu;

    private static Tokenizer tofu() {
        if (tofu == null) {
            tofu = Tokenizer.open(ShippedData.file("tofu-cut/target"));
        }
        return tofu;
    }

    @AfterAll
    static void close() {
        if (tofu != null) {
            tofu.close();
        }
    }

    private static ExampleEncoder plain(int maxLength) {
        return new ExampleEncoder(tofu(), PlainPrompt.DEFAULT, maxLength);
    }

    @Test
    void writesPromptAnswerBeginningAndEnd() {
        assertThat(tofu().decode(plain(512).encode(QUESTION, ANSWER).ids(), false))
                .isEqualTo("<|bos|>Question: Who wrote it?\nAnswer: Basil did.<|eos|>");
    }

    @Test
    void supervisesExactlyAnswerAndEnd() {
        EncodedExample example = plain(512).encode(QUESTION, ANSWER);
        int[] supervised = Arrays.stream(example.labels())
                .filter(label -> label != EncodedExample.IGNORED)
                .toArray();
        assertThat(tofu().decode(supervised, false)).isEqualTo(" Basil did.<|eos|>");
    }

    @Test
    void promptIsThePrefixOfTheExample() {
        EncodedExample example = plain(512).encode(QUESTION, ANSWER);
        assertThat(Arrays.copyOf(example.ids(), example.promptLength()))
                .containsExactly(plain(512).encodePrompt(QUESTION));
    }

    @Test
    void putsTheBeginningOnceWhereThePostProcessorAddsItToo() {
        try (Tokenizer stories = Tokenizer.open(ShippedData.file("stories260k/hf"))) {
            int[] ids = new ExampleEncoder(stories, PlainPrompt.DEFAULT, 512).encodePrompt("Hi?");
            assertThat(ids).startsWith(1).containsOnlyOnce(1);
        }
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void aPostProcessorThatPutsNothingInFrontIsBelieved() {
        try (Tokenizer tokenizer = Tokenizer.open(SharedData.file("tokenizers/llama3"))) {
            int[] ids = PlainPrompt.DEFAULT.prompt(tokenizer, "Who wrote it?");
            assertThat(ids).isEqualTo(tokenizer.encode("Question: Who wrote it?\nAnswer:", true));
            assertThat(ids[0]).isNotEqualTo(128_000);
        }
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void aBeginningAskedForStandsThereAllTheSame() {
        PlainPrompt always = new PlainPrompt("{question}", "{answer}", PlainPrompt.Beginning.ALWAYS);
        try (Tokenizer tokenizer = Tokenizer.open(SharedData.file("tokenizers/llama3"))) {
            assertThat(always.prompt(tokenizer, "Who wrote it?"))
                    .startsWith(128_000)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void putsNoBeginningWhereTheTokenizerHasNone() {
        try (Tokenizer qwen = Tokenizer.open(ShippedData.folder("qwen3-cut"))) {
            int[] ids = new ExampleEncoder(qwen, PlainPrompt.DEFAULT, 512).encodePrompt("Hi?");
            assertThat(qwen.decode(ids, false)).isEqualTo("Question: Hi?\nAnswer:");
        }
    }

    @Test
    void leavesTheBeginningOutWhenAsked() {
        PlainPrompt bare = new PlainPrompt("{question}", " {answer}", Beginning.NEVER);
        assertThat(bare.prompt(tofu(), "Hi?")).doesNotContain(1);
    }

    @Test
    void refusesAFormatWithoutTheQuestion() {
        assertThatThrownBy(() -> new PlainPrompt("Answer:", " {answer}", Beginning.TOKENIZER))
                .hasMessageContaining("{question}");
    }

    @Test
    void cutsTheEndWhenTooLong() {
        EncodedExample whole = plain(512).encode(QUESTION, ANSWER);
        EncodedExample cut = plain(whole.length() - 1).encode(QUESTION, ANSWER);
        assertThat(cut.ids()).containsExactly(Arrays.copyOf(whole.ids(), whole.length() - 1));
    }

    @Test
    void flagsAnExampleWithNothingToSupervise() {
        assertThat(plain(4).encode(QUESTION, ANSWER).supervisedTokens()).isZero();
    }

    @Test
    void refusesToCutAPromptForGeneration() {
        assertThatThrownBy(() -> plain(4).encodePrompt(QUESTION)).hasMessageContaining("at most 4 fit");
    }

    @Test
    void cutsTextIntoWindowsThatJoinToTheWhole() {
        List<EncodedExample> windows = plain(7).encodeText(List.of("One story here.", "Another one."));
        int[] joined =
                windows.stream().flatMapToInt(w -> Arrays.stream(w.ids())).toArray();
        assertThat(tofu().decode(joined, false)).isEqualTo("One story here.\n\nAnother one.");
    }

    @Test
    void supervisesAllOfAWindowButItsFirst() {
        EncodedExample window =
                plain(7).encodeText("One story here, told at length.").get(0);
        assertThat(window.supervisedTokens()).isEqualTo(window.length() - 1).isEqualTo(6);
    }

    @Test
    void endsAChatAnswerAtItsEndOfTurn() {
        try (Tokenizer qwen = Tokenizer.open(ShippedData.folder("qwen3-cut"))) {
            EncodedExample example = chat(qwen, Map.of()).encode(QUESTION, ANSWER);
            assertThat(supervisedText(qwen, example)).isEqualTo("<think>\n\n</think>\n\nBasil did.<|im_end|>");
        }
    }

    @Test
    void countsWhatTheTemplatePutsBeforeTheAnswerToThePrompt() {
        try (Tokenizer qwen = Tokenizer.open(ShippedData.folder("qwen3-cut"))) {
            EncodedExample example =
                    chat(qwen, Map.of("enable_thinking", false)).encode(QUESTION, ANSWER);
            assertThat(supervisedText(qwen, example)).isEqualTo("Basil did.<|im_end|>");
        }
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void leavesOutAnOpeningTurnThatATemplateAlwaysAdds() {
        try (Tokenizer llama = Tokenizer.open(SharedData.file("tokenizers/llama3"))) {
            EncodedExample example = chat(llama, Map.of()).encode(QUESTION, ANSWER);
            assertThat(supervisedText(llama, example)).isEqualTo("Basil did.<|eot_id|><|end_of_text|>");
        }
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void aChatPromptBeginsOnce() {
        try (Tokenizer llama = Tokenizer.open(SharedData.file("tokenizers/llama3"))) {
            assertThat(chat(llama, Map.of()).encodePrompt(QUESTION))
                    .startsWith(128000)
                    .containsOnlyOnce(128000);
        }
    }

    private static ExampleEncoder chat(Tokenizer tokenizer, Map<String, Object> variables) {
        ChatPrompt format = ChatPrompt.of(tokenizer, Optional.of("Be brief."), ChatTemplate.DEFAULT_DATE, variables);
        return new ExampleEncoder(tokenizer, format, 512);
    }

    private static String supervisedText(Tokenizer tokenizer, EncodedExample example) {
        int[] ids = Arrays.stream(example.labels())
                .filter(label -> label != EncodedExample.IGNORED)
                .toArray();
        return tokenizer.decode(ids, false);
    }

    @Test
    void saysThatThereIsNoChatTemplate() {
        assertThatThrownBy(() -> ChatPrompt.of(tofu()))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("plain prompt format");
    }

    @Test
    void choosesThePlainFormatWithoutATemplate() {
        assertThat(PromptFormat.of(tofu())).isEqualTo(PlainPrompt.DEFAULT);
    }
}

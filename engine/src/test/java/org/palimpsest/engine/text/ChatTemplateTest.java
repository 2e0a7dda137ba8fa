package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palimpsest.engine.testdata.NeedsSharedData;
import org.palimpsest.engine.testdata.SharedData;
import org.palimpsest.engine.testdata.ShippedData;

class ChatTemplateTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> BOS = Map.of("bos_token", "<|begin_of_text|>");
    private static final ChatMessage SYSTEM = ChatMessage.system("Be brief.");
    private static final ChatMessage USER = ChatMessage.user(" Who wrote \"Dune\"? {{ x }} <b>\n");
    private static final ChatMessage ASSISTANT = ChatMessage.assistant("Frank Herbert.");

    static Stream<Arguments> parity() throws IOException {
        try (InputStream in = ChatTemplateTest.class.getResourceAsStream("/jinja2-parity.json")) {
            JsonNode cases = MAPPER.readTree(in).path("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> Arguments.of(one.path("name").asText(), one));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parity")
    void rendersAsJinja2Does(String name, JsonNode one) {
        List<ChatMessage> messages = MAPPER.convertValue(one.path("messages"), new TypeReference<>() {});
        Map<String, Object> variables = MAPPER.convertValue(one.path("variables"), new TypeReference<>() {});
        assertThat(template(one.path("template").asText()).render(messages, true, variables))
                .isEqualTo(one.path("expected").asText());
    }

    private static ChatTemplate template(String source) {
        return new ChatTemplate(source, ChatTemplate.DEFAULT_DATE);
    }

    private static String llama3(boolean generationPrompt, ChatMessage... messages) throws IOException {
        return real(SharedData.file("tokenizers/llama3"), generationPrompt, messages);
    }

    private static String qwen3(boolean generationPrompt, ChatMessage... messages) throws IOException {
        return real(ShippedData.folder("qwen3-cut"), generationPrompt, messages);
    }

    private static String real(Path folder, boolean generationPrompt, ChatMessage... messages) throws IOException {
        Path file = folder.resolve("tokenizer_config.json");
        String source = MAPPER.readTree(file.toFile()).path("chat_template").asText();
        return template(source).render(List.of(messages), generationPrompt, BOS);
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void rendersLlama3WithSystemUserAndAssistant() throws IOException {
        assertThat(llama3(false, SYSTEM, USER, ASSISTANT)).isEqualTo("""
                        <|begin_of_text|><|start_header_id|>system<|end_header_id|>

                        Be brief.<|eot_id|><|start_header_id|>user<|end_header_id|>

                        Who wrote "Dune"? {{ x }} <b><|eot_id|><|start_header_id|>assistant<|end_header_id|>

                        Frank Herbert.<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                        """);
    }

    @Test
    @NeedsSharedData("tokenizers/llama3")
    void rendersLlama3sGenerationPrompt() throws IOException {
        assertThat(llama3(true, USER)).isEqualTo("""
                        <|begin_of_text|><|start_header_id|>user<|end_header_id|>

                        Who wrote "Dune"? {{ x }} <b><|eot_id|><|start_header_id|>assistant<|end_header_id|>

                        """);
    }

    @Test
    void rendersQwen3WithSystemUserAndAssistant() throws IOException {
        assertThat(qwen3(false, SYSTEM, USER, ASSISTANT)).isEqualTo("""
                        <|im_start|>system
                        Be brief.<|im_end|>
                        <|im_start|>user
                         Who wrote "Dune"? {{ x }} <b>
                        <|im_end|>
                        <|im_start|>assistant
                        <think>

                        </think>

                        Frank Herbert.<|im_end|>
                        """);
    }

    @Test
    void rendersQwen3sGenerationPrompt() throws IOException {
        assertThat(qwen3(true, SYSTEM, ChatMessage.user("When?"))).isEqualTo("""
                        <|im_start|>system
                        Be brief.<|im_end|>
                        <|im_start|>user
                        When?<|im_end|>
                        <|im_start|>assistant
                        """);
    }

    @Test
    void dropsTheThoughtsOfEarlierTurnsInQwen3() throws IOException {
        ChatMessage thoughtful = ChatMessage.assistant("<think>\nhm\n</think>\n\nHerbert.");
        assertThat(qwen3(true, ChatMessage.user("Who?"), thoughtful, ChatMessage.user("When?")))
                .isEqualTo("""
                        <|im_start|>user
                        Who?<|im_end|>
                        <|im_start|>assistant
                        Herbert.<|im_end|>
                        <|im_start|>user
                        When?<|im_end|>
                        <|im_start|>assistant
                        """);
    }

    @Test
    void tellsWhyATemplateRefuses() {
        assertThatThrownBy(() -> template("{{ raise_exception('roles must alternate') }}")
                        .render(List.of(USER), true, Map.of()))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("refuses this conversation: roles must alternate");
    }

    @Test
    void refusesALoopWithACondition() {
        assertThatThrownBy(() -> template("{% for m in messages if m.role == 'user' %}{% endfor %}"))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("inside the loop");
    }

    @Test
    void refusesALoopWithAnElse() {
        assertThatThrownBy(
                        () -> template("{% for m in messages %}{% if m %}{% else %}{% endif %}{% else %}x{% endfor %}"))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("else");
    }

    @Test
    void refusesAnUnknownFunction() {
        assertThatThrownBy(() -> template("{{ frobnicate('x') }}").render(List.of(USER), true, Map.of()))
                .isInstanceOf(TokenizerException.class)
                .hasMessageContaining("frobnicate");
    }

    @Test
    void saysOnWhichLineATagIsOpen() {
        assertThatThrownBy(() -> template("a\n{{ bos_token }\n")).hasMessageContaining("line 2");
    }
}

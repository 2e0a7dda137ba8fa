package org.palimpsest.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.engine.testdata.ShippedData;

class ChatTemplateFileTest {
    @TempDir
    Path folder;

    @Test
    void aListGivesTheOneNamedDefault() throws IOException {
        configure("[{\"name\": \"tools\", \"template\": \"t\"}, {\"name\": \"default\", \"template\": \"d\"}]");
        assertThat(ChatTemplateFile.find(folder)).contains("d");
    }

    @Test
    void nullIsNone() throws IOException {
        configure("null");
        assertThat(ChatTemplateFile.find(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "true", "{\"default\": \"d\"}", "[{\"name\": \"tools\", \"template\": \"t\"}]", "[]"})
    void whatIsNoTemplateIsRefusedByFileAndKey(String value) throws IOException {
        configure(value);
        assertThatThrownBy(() -> ChatTemplateFile.find(folder))
                .isInstanceOf(TokenizerException.class)
                .hasMessageStartingWith(folder.resolve("tokenizer_config.json") + ": \"chat_template\"");
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("chat_template.jinja"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ChatTemplateFile.find(folder))
                .isInstanceOf(TokenizerException.class)
                .hasMessage(folder.resolve("chat_template.jinja") + ": is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "{{ messages[0] + 1 }}{% for %}"})
    void aTemplateThatCannotBeRenderedNamesItsFolderAndNoClass(String template) throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        for (String name : new String[] {"tokenizer.json", "tokenizer_config.json"}) {
            Files.copy(ShippedData.file("tofu-cut/target").resolve(name), model.resolve(name));
        }
        Files.writeString(model.resolve("chat_template.jinja"), template);
        try (Tokenizer tokenizer = Tokenizer.open(model)) {
            assertThatThrownBy(() -> ChatPrompt.of(tokenizer).promptText(tokenizer, "Who?"))
                    .isInstanceOf(TokenizerException.class)
                    .hasMessageStartingWith(model + ": ")
                    .message()
                    .doesNotContain("java.", "hubspot", "line -1", "null");
        }
    }

    private void configure(String template) throws IOException {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"chat_template\": " + template + "}");
    }
}

package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document on models lists the keys that are read and their defaults. Where it does not, the right table is left in {@code target}. */
class ModelsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "models.md");
    private static final Path RIGHT = Path.of("target", "models.md");
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- end of keys -->\n";

    /** They must be stated, so their defaults are none of a reader's business. */
    private static final Set<ConfigKey> STATED =
            Set.of(ConfigKey.VOCABULARY, ConfigKey.HIDDEN, ConfigKey.LAYERS, ConfigKey.HEADS);

    @Test
    void listsEveryArchitectureWithItsKeys() throws IOException {
        String document = Files.readString(DOCUMENT);
        String right = document.substring(0, document.indexOf(BEGIN) + BEGIN.length())
                + table()
                + document.substring(document.indexOf(END));
        if (!document.equals(right)) {
            Files.createDirectories(RIGHT.getParent());
            Files.writeString(RIGHT, right);
        }
        assertThat(document)
                .as("docs/models.md disagrees with the table of keys; copy engine/target/models.md over it")
                .isEqualTo(right);
    }

    private static String table() {
        return "| `model_type` | class | keys beside the four sizes, with their defaults |\n| --- | --- | --- |\n"
                + Arrays.stream(Architecture.values())
                        .map(architecture -> "| `%s` | `%s` | %s |\n"
                                .formatted(architecture.modelType(), architecture.className(), keys(architecture)))
                        .collect(Collectors.joining());
    }

    private static String keys(Architecture architecture) {
        return ConfigKeys.of(architecture).keys().entrySet().stream()
                .filter(entry -> !STATED.contains(entry.getKey())
                        && !entry.getValue().names().isEmpty())
                .map(Map.Entry::getValue)
                .map(key -> "`" + String.join("`/`", key.names()) + "`"
                        + (key.standard() == null ? "" : " " + new JsonMapper().valueToTree(key.standard())))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

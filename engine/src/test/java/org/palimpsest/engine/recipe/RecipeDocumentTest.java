package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document on recipes lists what the schema allows and the cards offer. Where it does not, the right lists are left in {@code target}. */
class RecipeDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "recipes.md");
    private static final Path RIGHT = Path.of("target", "recipes.md");

    @Test
    void listsEveryKeyAndSetting() throws IOException {
        String document = Files.readString(DOCUMENT);
        String right = RecipeDocument.filledIn(document);
        if (!document.equals(right)) {
            Files.createDirectories(RIGHT.getParent());
            Files.writeString(RIGHT, right);
        }
        assertThat(document)
                .as("docs/recipes.md disagrees with schema or cards; copy engine/target/recipes.md over it")
                .isEqualTo(right);
    }

    @Test
    void everyExampleIsARecipe() throws IOException {
        assertThat(RecipeDocument.examples(Files.readString(DOCUMENT)))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(RecipeReader.parse(example, DOCUMENT.toString())
                                .method()
                                .id())
                        .isNotBlank());
    }
}

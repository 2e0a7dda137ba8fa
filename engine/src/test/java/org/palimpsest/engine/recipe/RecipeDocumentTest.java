package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document on recipes lists what the schema allows and the cards offer. Where it does not, the right lists are left in {@code target}. */
class RecipeDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "recipes.md");
    private static final Path FRONT_PAGE = Path.of("..", "README.md");
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
        for (Path document : List.of(DOCUMENT, FRONT_PAGE)) {
            assertThat(RecipeDocument.examples(Files.readString(document)))
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(RecipeReader.parse(example, document.toString())
                                    .method()
                                    .id())
                            .isNotBlank());
        }
    }
}

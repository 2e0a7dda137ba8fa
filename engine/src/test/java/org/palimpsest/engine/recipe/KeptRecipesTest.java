package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of recorded experiments can still be run. */
class KeptRecipesTest {
    private static final Path EXPERIMENTS = Path.of("..", "docs", "experiments");

    static List<Path> recipes() throws IOException {
        try (Stream<Path> files = Files.walk(EXPERIMENTS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void isReadAndNamedAfterItsFile(Path recipe) {
        assertThat(RecipeReader.read(recipe).name() + ".json")
                .isEqualTo(recipe.getFileName().toString());
    }
}

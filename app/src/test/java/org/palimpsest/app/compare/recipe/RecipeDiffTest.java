package org.palimpsest.app.compare.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.compare.recipe.RecipeDiff.Row;

class RecipeDiffTest {

    @Test
    void showsOnlyWhatDiffersByItsPointer() throws JsonProcessingException {
        RecipeDiff diff = RecipeDiff.of(List.of(
                "{\"name\":\"a\",\"training\":{\"seed\":0,\"batch\":8}}",
                "{\"name\":\"b\",\"training\":{\"seed\":0,\"batch\":4}}"));

        assertThat(diff.differing())
                .containsExactly(new Row("/name", List.of("a", "b")), new Row("/training/batch", List.of("8", "4")));
        assertThat(diff.settings()).isEqualTo(3);
    }

    @Test
    void aSettingThatIsMissingDiffers() throws JsonProcessingException {
        RecipeDiff diff = RecipeDiff.of(List.of("{\"settings\":{\"beta\":0.1}}", "{\"settings\":{\"gamma\":1}}"));

        assertThat(diff.differing())
                .containsExactly(
                        new Row("/settings/beta", Arrays.asList("0.1", null)),
                        new Row("/settings/gamma", Arrays.asList(null, "1")));
    }

    @Test
    void oneNumberWrittenTwoWaysIsNoDifference() throws JsonProcessingException {
        assertThat(RecipeDiff.of(List.of("{\"epochs\":1}", "{\"epochs\":1.0}")).differing())
                .isEmpty();
    }

    @Test
    void listsAreComparedPlaceByPlace() throws JsonProcessingException {
        assertThat(RecipeDiff.of(List.of(
                                "{\"probes\":[{\"id\":\"a\"}]}", "{\"probes\":[{\"id\":\"b\"},{\"id\":\"c\"}]}"))
                        .differing())
                .extracting(Row::pointer)
                .containsExactly("/probes/0/id", "/probes/1/id");
    }
}

package org.palimpsest.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.recipe.DataSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.MethodChoice;
import org.palimpsest.engine.recipe.Models;
import org.palimpsest.engine.recipe.Recipe;

class GridTest {
    private final Recipe recipe = Recipe.of(
                    Models.of("t"), DataSets.of(DataSource.of("f"), DataSource.of("r")), MethodChoice.of("npo"))
            .withName("Mine");

    @Test
    void everyRateMeetsEverySeed() {
        List<Recipe> all = new Grid(List.of(), List.of(1e-5, 1e-4), List.of(0L, 1L, 2L), "", List.of()).of(recipe);
        assertThat(all).hasSize(6);
        assertThat(all)
                .extracting(one ->
                        one.training().learningRate() + "/" + one.training().seed())
                .containsExactly("1.0E-5/0", "1.0E-5/1", "1.0E-5/2", "1.0E-4/0", "1.0E-4/1", "1.0E-4/2");
    }

    @Test
    void eachIsNamedForWhatSetsItApart() {
        assertThat(new Grid(List.of(), List.of(1e-5), List.of(3L), "beta", List.of(0.1, 0.2)).of(recipe))
                .extracting(Recipe::name)
                .containsExactly("Mine, beta 0.1, lr 1e-5, seed 3", "Mine, beta 0.2, lr 1e-5, seed 3");
    }

    @Test
    void oneRunAMethod() {
        assertThat(new Grid(List.of(MethodChoice.of("ga"), MethodChoice.of("npo")), List.of(), List.of(), "", List.of())
                        .of(recipe))
                .extracting(one -> one.method().id())
                .containsExactly("ga", "npo");
    }

    @Test
    void aMethodWithoutTheSettingIsTakenOnce() {
        assertThat(new Grid(
                                List.of(MethodChoice.of("ga"), MethodChoice.of("npo")),
                                List.of(),
                                List.of(),
                                "beta",
                                List.of(0.1, 0.2))
                        .of(recipe))
                .extracting(Recipe::name)
                .containsExactly("ga", "npo, beta 0.1", "npo, beta 0.2");
    }

    @Test
    void nothingToGoThroughLeavesTheRecipeAsItIs() {
        assertThat(new Grid(List.of(), List.of(), List.of(), "", List.of()).of(recipe))
                .containsExactly(recipe);
    }

    @Test
    void seedsMayBeListedAsARange() {
        assertThat(NumberList.wholes("0-2, 7")).contains(List.of(0L, 1L, 2L, 7L));
    }

    @Test
    void aWordThatIsNoNumberMakesNoList() {
        assertThat(NumberList.decimals("1e-5, soft")).isEmpty();
    }
}

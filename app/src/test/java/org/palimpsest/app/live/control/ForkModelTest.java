package org.palimpsest.app.live.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.event.RunCommand;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;

class ForkModelTest {
    private static final Recipe RECIPE = RecipeReader.parse("""
            {"version":1,"name":"NPO","model":{"target":"/m/t"},
             "data":{"forget":{"path":"/d/f.jsonl"},"retain":{"path":"/d/r.jsonl"}},
             "method":{"id":"npo","settings":{"beta":0.2}},"training":{"learningRate":0.001}}""", "test");

    private final ForkModel fork = new ForkModel(RECIPE, Catalogue.methods(), 24, 48, 60, true, 0.001);

    @Test
    void goesOnExactlyIfNothingIsChanged() {
        assertThat(fork.exact()).isTrue();
        assertThat(fork.command("runs/f")).isEqualTo(new RunCommand.Fork("runs/f", null, Map.of(), null));
    }

    @Test
    void namesTheLearningRateOnlyIfItIsAnother() {
        fork.learningRate().set("5e-4");
        assertThat(fork.command("f").learningRate()).isEqualTo(5e-4);
        assertThat(fork.command("f").method()).isNull();
    }

    @Test
    void anotherMethodBringsItsSettings() {
        fork.method().set(Catalogue.method("simnpo").orElseThrow());
        assertThat(fork.exact()).isFalse();
        assertThat(fork.command("f").method()).isEqualTo("simnpo");
        assertThat(fork.command("f").settings()).containsKey("beta");
    }

    @Test
    void theOwnMethodKeepsItsSettingsAndMayChangeThem() {
        assertThat(fork.settings().get().values().get()).containsEntry("beta", 0.2);
        fork.settings().get().field("beta").text().set("0.3");
        assertThat(fork.command("f").settings()).containsEntry("beta", 0.3);
        assertThat(fork.recipe().method().settings()).containsEntry("beta", 0.3);
    }

    @Test
    void refusesAStepThatWasNeverTaken() {
        fork.step().set("49");
        assertThat(fork.valid()).isFalse();
        fork.step().set("48");
        assertThat(fork.valid()).isTrue();
        fork.step().set("two");
        assertThat(fork.valid()).isFalse();
    }

    @Test
    void refusesAForkThatWouldHaveNothingToDo() {
        ForkModel atTheEnd = new ForkModel(RECIPE, Catalogue.methods(), 48, 48, 48, true, 0.001);
        assertThat(atTheEnd.valid()).isFalse();
        atTheEnd.method().set(Catalogue.method("ga").orElseThrow());
        assertThat(atTheEnd.valid()).isTrue();
    }

    @Test
    void theCommandLineSaysTheSame() {
        fork.method().set(Catalogue.method("ga").orElseThrow());
        fork.learningRate().set("1e-5");
        assertThat(CommandText.fork(new RunFolder(Path.of("/w/runs/my run")), 24, fork.command("/w/runs/f")))
                .isEqualTo("palimpsest fork '/w/runs/my run' --at 24 --out /w/runs/f --method ga --set gamma=1"
                        + " --learning-rate 1e-5 --run");
    }

    @Test
    void aCommandToAWorkerIsALineOfItsFile() {
        assertThat(CommandText.send(new RunFolder(Path.of("/w/npo")), new RunCommand.Pause()))
                .isEqualTo("printf '%s\\n' '{\"command\":\"pause\"}' >> /w/npo/commands.jsonl");
    }
}

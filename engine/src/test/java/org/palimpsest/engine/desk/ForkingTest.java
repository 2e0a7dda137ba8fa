package org.palimpsest.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.event.RunReader;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;
import org.palimpsest.engine.recipe.RecipeReader;
import org.palimpsest.engine.run.Run;
import org.palimpsest.engine.run.RunControl;

class ForkingTest {
    @TempDir
    Path scratch;

    private TinyRun run;
    private Path out;

    @BeforeEach
    void prepare() throws Exception {
        run = TinyRun.in(scratch);
        out = scratch.resolve("forked");
    }

    private Replies fork(Long step, String method, Map<String, Object> settings, Double rate)
            throws InterruptedException {
        return Replies.to(new DeskCommand.Fork(7, run.path(), step, out.toString(), method, settings, rate));
    }

    private static List<Double> losses(RunFolder folder) {
        return RunReader.read(folder).events().stream()
                .filter(RunEvent.StepDone.class::isInstance)
                .map(event -> ((RunEvent.StepDone) event).terms().get("loss"))
                .toList();
    }

    private List<Double> lossesOfTheFork() throws Exception {
        RunFolder folder = RunFolder.open(out);
        try (Run forked = Run.resume(folder, new RunControl(), event -> {})) {
            forked.proceed();
        }
        return losses(folder);
    }

    @Test
    void aForkAtACheckpointGoesOnExactly() throws Exception {
        assertThat(fork(4L, null, null, null).one(DeskReply.Forked.class))
                .isEqualTo(new DeskReply.Forked(7, out.toString(), 4));
        assertThat(lossesOfTheFork()).isEqualTo(losses(run.folder()).subList(4, 6));
    }

    @Test
    void aForkBetweenTwoCheckpointsGoesOnExactly() throws Exception {
        fork(3L, null, null, null);
        assertThat(lossesOfTheFork()).isEqualTo(losses(run.folder()).subList(3, 6));
    }

    @Test
    void anotherLearningRateHoldsFromTheForkOn() throws Exception {
        fork(4L, null, null, 0.5);
        lossesOfTheFork();
        assertThat(RunReader.read(RunFolder.open(out)).events().stream()
                        .filter(RunEvent.StepDone.class::isInstance)
                        .map(event -> ((RunEvent.StepDone) event).learningRate())
                        .findFirst())
                .hasValue(0.5 * 0.4);
    }

    @Test
    void settingsAreLaidOverThoseOfTheRun() throws Exception {
        fork(4L, null, Map.of("beta", 0.7), null);
        Recipe recipe = RecipeReader.read(RunFolder.open(out).recipe());
        assertThat(recipe.method().settings()).containsEntry("beta", 0.7).containsKeys("alpha", "gamma");
    }

    @Test
    void anotherMethodBeginsAnew() throws Exception {
        fork(4L, "simnpo", null, null);
        assertThat(lossesOfTheFork()).hasSize(6);
        assertThat(RecipeReader.read(RunFolder.open(out).recipe()).name()).isEqualTo("tiny forked at 4 to simnpo");
    }

    @Test
    void aMethodThatLacksItsModelIsRefusedAndNothingMade() throws Exception {
        assertThat(fork(4L, "retrain", null, null).refusal())
                .contains("cannot go on with method \"retrain\"")
                .contains("/model/base");
        assertThat(out).doesNotExist();
    }

    @Test
    void aSettingThatIsNoneIsRefused() throws Exception {
        assertThat(fork(4L, null, Map.of("beta", "much"), null).refusal()).contains("beta");
    }

    @Test
    void aLearningRateBelowZeroIsRefused() throws Exception {
        assertThat(fork(4L, null, null, -1.0).refusal()).contains("/training/learningRate");
    }

    @Test
    void aFolderThatHoldsSomethingIsNotTouched() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine"), "text");
        assertThat(fork(4L, null, null, null).refusal()).contains("is not empty");
        assertThat(out).isDirectoryNotContaining("glob:**/recipe.json");
    }
}

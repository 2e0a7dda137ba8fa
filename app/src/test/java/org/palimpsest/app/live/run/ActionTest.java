package org.palimpsest.app.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.RunFolder;

class ActionTest {
    private final LiveRun run = new LiveRun(new RunFolder(Path.of("runs", "npo")));
    private final Said said = new Said();

    private List<Action> possible() {
        return Arrays.stream(Action.values())
                .filter(action -> action.possible(run))
                .toList();
    }

    private void begin() {
        run.apply(said.started("NPO", "npo", 4));
        run.apply(said.step(1, 1, 1));
    }

    @Test
    void nothingBeforeTheFirstWord() {
        assertThat(possible()).isEmpty();
    }

    @Test
    void aRunAtWorkTakesCommandsButNeitherContinuesNorResumes() {
        begin();
        assertThat(possible())
                .containsExactly(
                        Action.PAUSE,
                        Action.STOP,
                        Action.CHECKPOINT,
                        Action.ATTACK,
                        Action.FORK,
                        Action.RATE,
                        Action.ASK);
    }

    @Test
    void aPausedRunGoesOnOrStepsOnce() {
        begin();
        run.apply(said.paused(1, "asked to"));
        assertThat(possible()).contains(Action.CONTINUE, Action.STEP).doesNotContain(Action.PAUSE, Action.RESUME);
    }

    @Test
    void noStepBehindTheLast() {
        begin();
        run.apply(said.step(4, 1, 1));
        run.apply(said.paused(4, "took one step"));
        assertThat(possible()).contains(Action.CONTINUE).doesNotContain(Action.STEP);
    }

    @Test
    void aRunThatMeasuresHeedsOnlyAStop() {
        begin();
        run.apply(said.step(4, 1, 1));
        assertThat(possible()).containsExactly(Action.STOP);
    }

    @Test
    void aStoppedRunCanBeResumedForkedAttackedAndAsked() {
        begin();
        run.apply(said.stopped(1));
        assertThat(possible()).containsExactly(Action.RESUME, Action.ATTACK, Action.FORK, Action.ASK);
    }

    @Test
    void aFinishedRunCannotBeResumed() {
        begin();
        run.apply(said.finished(4));
        assertThat(possible()).containsExactly(Action.ATTACK, Action.FORK, Action.ASK);
    }
}

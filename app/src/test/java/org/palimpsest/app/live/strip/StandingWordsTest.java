package org.palimpsest.app.live.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.live.run.GuardRules;
import org.palimpsest.app.live.run.LiveRuns;
import org.palimpsest.app.live.run.Watched;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.event.RunFolder;

class StandingWordsTest {
    private final Messages words = Messages.of("live");
    private final StandingWords standings = new StandingWords();
    private final LiveRuns runs =
            new LiveRuns(FXCollections.observableArrayList(), Runnable::run, GuardRules.DEFAULT, (run, verdict) -> {});
    private Watched run;

    @BeforeEach
    void watch() {
        run = runs.open(new RunFolder(Path.of("no-such-workspace", "a")));
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void aRunWhoseTurnHasNotComeWaits() {
        run.waits(true);
        assertThat(standings.word(run)).isEqualTo(words.get("standing.waiting"));
        assertThat(standings.sentence(run)).isEqualTo(words.get("sentence.waiting"));
    }

    @Test
    void aRunWhoseTurnHasComeStarts() {
        run.waits(true);
        run.waits(false);
        assertThat(standings.word(run)).isEqualTo(words.get("standing.starting"));
    }

    @Test
    void probesOfARunWithoutItsFirstWordAreAwaited() {
        assertThat(run.awaits("token-distribution")).isTrue();
    }
}

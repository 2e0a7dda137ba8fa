package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a log counts, and what is said of a log that is not whole. */
class RunHistoryTest {
    private static final Instant AT = Instant.EPOCH;

    @Test
    void aWholeLogIsNotDoubted() {
        assertThat(history(0, 1, 2, 3).damage()).isEmpty();
    }

    @Test
    void linesThatAreMissingAreCounted() {
        assertThat(history(0, 1, 4, 5).damage())
                .containsExactly("Lines that are missing from the log, by the numbers of the others: 2.");
        assertThat(history(1, 2).damage()).hasSize(1);
    }

    @Test
    void linesThatStandTwiceOrInAnotherOrderAreSaid() {
        assertThat(history(0, 1, 1, 2).damage()).singleElement().asString().contains("stand twice or are out of order");
        assertThat(history(0, 2, 1, 3).damage()).singleElement().asString().contains("stand twice or are out of order");
    }

    @Test
    void aLineThatCannotBeReadIsNotMissingToo() {
        assertThat(history(0, 1, 3).damage(1))
                .singleElement()
                .asString()
                .contains("could not be understood")
                .endsWith("1.");
    }

    @Test
    void aResumptionDropsScoresThatComeAnewAndHowFarTheyWere() {
        RunHistory history = new RunHistory();
        history.add(new RunEvent.Progress(0, AT, 4, "target", 1, 2));
        history.add(new RunEvent.Scored(1, AT, 4, "probability", Subject.TARGET, 0.5, Map.of(), ""));
        history.add(new RunEvent.Resumed(2, AT, 4));
        assertThat(history.events()).hasSize(1);
    }

    @Test
    void aWarningSaidAgainAtTheSameStepCountsOnce() {
        RunHistory history = new RunHistory();
        history.add(new RunEvent.Warned(0, AT, 4, "no room"));
        history.add(new RunEvent.Warned(1, AT, 4, "no room"));
        history.add(new RunEvent.Warned(2, AT, 5, "no room"));
        assertThat(history.events()).extracting(RunEvent::sequence).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"scored\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"metric\":\"probability\",\"variant\":\"\",\"subject\":null,\"value\":0.5,\"parts\":{},\"note\":\"\"}",
                "{\"event\":\"scored\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"metric\":\"probability\",\"variant\":\"\",\"subject\":false,\"value\":0.5,\"parts\":{},\"note\":\"\"}",
                "{\"event\":\"scored\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"metric\":\"probability\",\"subject\":1,\"value\":0.5,\"parts\":{},\"note\":\"\"}",
                "{\"event\":\"scored\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"metric\":\"probability\",\"subject\":\"TARGET\",\"value\":\"0.5\",\"parts\":{},\"note\":\"\"}",
                "{\"event\":\"finished\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4}",
                "{\"event\":\"finished\",\"sequence\":null,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"seconds\":1}",
                "{\"event\":\"finished\",\"sequence\":1,\"step\":4,\"seconds\":1}",
                "{\"event\":\"finished\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":1e400,\"seconds\":1}",
                "{\"event\":\"finished\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4.5,\"seconds\":1}",
                "{\"event\":\"finished\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"seconds\":1} {}",
                "{\"event\":\"observed\",\"sequence\":1,\"at\":\"2026-03-01T09:30:00Z\",\"step\":4,\"probe\":\"p\",\"observations\":[{\"shape\":\"value\",\"series\":\"s\",\"value\":1}]}",
            })
    void aLineThatLacksSomethingIsNotUnderstood(String line) {
        assertThatThrownBy(() -> EventLines.event(line)).isInstanceOf(EventLineException.class);
    }

    private static RunHistory history(long... sequences) {
        RunHistory history = new RunHistory();
        List<RunEvent> events = LongStream.of(sequences)
                .mapToObj(n -> (RunEvent) new RunEvent.Continued(n, AT, 0))
                .toList();
        events.forEach(history::add);
        return history;
    }
}

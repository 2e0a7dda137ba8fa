package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void theTimeLeftFollowsFromTheTimeTaken() {
        ProgressLine line = line(true);
        line.report("step", 1, 10, "");
        now += 6 * SECOND;
        line.report("step", 4, 10, "loss 1.5");
        assertThat(text.toString())
                .endsWith("\r[########------------]  40 %  step 4 of 10  loss 1.5  0:12 left\u001b[K");
    }

    @Test
    void aResumedTaskCountsOnlyWhatWasDoneHere() {
        ProgressLine line = line(true);
        line.report("step", 90, 100, "");
        now += 5 * SECOND;
        line.report("step", 95, 100, "");
        assertThat(text.toString()).contains("step 95 of 100  0:05 left");
    }

    @Test
    void intoAFileGoesALineNowAndThen() {
        ProgressLine line = line(false);
        for (int step = 1; step <= 100; step++) {
            line.report("step", step, 100, "");
            now += SECOND / 2;
        }
        assertThat(text.toString().lines().count()).isEqualTo(6);
        assertThat(text.toString()).doesNotContain("\r").contains("step 100 of 100");
    }

    @Test
    void aSentenceDoesNotLandInTheMiddleOfTheBar() {
        ProgressLine line = line(true);
        line.report("step", 1, 10, "");
        line.say("warning: hot");
        assertThat(text.toString()).endsWith("\u001b[K%nwarning: hot%n".formatted());
    }

    @Test
    void durationsAreShortWhereTheyCanBe() {
        assertThat(ProgressLine.duration(7)).isEqualTo("0:07");
        assertThat(ProgressLine.duration(3723)).isEqualTo("1:02:03");
    }

    private ProgressLine line(boolean overwrite) {
        return new ProgressLine(new PrintWriter(text), overwrite, () -> now);
    }
}

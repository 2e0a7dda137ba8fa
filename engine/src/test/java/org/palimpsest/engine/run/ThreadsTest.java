package org.palimpsest.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    @Test
    void thereAreNeverMoreThanProcessors() {
        assertThat(Threads.number(999)).isEqualTo(PROCESSORS);
        assertThat(Threads.number(Integer.MAX_VALUE)).isEqualTo(PROCESSORS);
        assertThat(Threads.number(1)).isEqualTo(1);
    }

    @Test
    void moreThanThereCanBeAreRemarkedOn() {
        assertThat(Threads.remark(999)).hasValueSatisfying(text -> assertThat(text)
                .contains("999 threads were asked for")
                .contains("%d processor(s): %d are used".formatted(PROCESSORS, PROCESSORS)));
        assertThat(Threads.remark(1)).isEmpty();
        assertThat(Threads.remark(0)).isEmpty();
    }
}

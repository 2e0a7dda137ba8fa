package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSampleTest {
    private static final List<Integer> ROWS = IntStream.range(0, 50).boxed().toList();

    @Test
    void everyRowStandsInTheOrderOnce() {
        assertThat(RowSample.order(1, 50)).containsExactlyInAnyOrder(RowSample.order(2, 50));
        assertThat(RowSample.order(1, 50)).doesNotHaveDuplicates().hasSize(50);
    }

    @Test
    void theSeedDecides() {
        assertThat(RowSample.of(3, ROWS, 10)).isEqualTo(RowSample.of(3, ROWS, 10));
        assertThat(RowSample.of(3, ROWS, 10)).isNotEqualTo(RowSample.of(4, ROWS, 10));
    }

    @Test
    void aSmallerSampleIsTheBeginningOfALargerOne() {
        assertThat(RowSample.of(3, ROWS, 20))
                .startsWith(RowSample.of(3, ROWS, 10).toArray(Integer[]::new));
    }

    @Test
    void asksForNoMoreThanThereIs() {
        assertThat(RowSample.of(3, ROWS, 500)).hasSize(50);
    }
}

package org.palimpsest.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthGroupsTest {

    @Test
    void rowsOfOneLengthStayTogether() {
        int[] lengths = IntStream.generate(() -> 128).limit(8).toArray();
        assertThat(LengthGroups.of(lengths)).containsExactly(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
    }

    @Test
    void longAndShortRowsPart() {
        assertThat(LengthGroups.of(new int[] {50, 200, 200, 50, 50, 50, 50, 200}))
                .hasSize(1)
                .first()
                .isEqualTo(IntStream.range(0, 8).toArray());
        assertThat(LengthGroups.of(new int[] {90, 200, 200, 90, 90, 200}))
                .containsExactly(new int[] {1, 2, 5}, new int[] {0, 3, 4});
    }

    @Test
    void fewPositionsAreNotWorthAPassOfTheirOwn() {
        assertThat(LengthGroups.of(new int[] {200, 30, 200, 30})).hasSize(1);
    }

    @Test
    void everyRowIsInOneGroup() {
        int[] lengths = new Random(1).ints(100, 0, 120).toArray();
        assertThat(LengthGroups.of(lengths).stream()
                        .flatMapToInt(Arrays::stream)
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, 100).toArray());
    }

    @Test
    void anEmptyBatchHasNoGroups() {
        assertThat(LengthGroups.of(new int[0])).isEmpty();
    }
}

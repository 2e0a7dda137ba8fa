package org.palimpsest.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void everyPieceIsDoneOnceUnwatchedAndThenInTurn() {
        List<String> done = new ArrayList<>();
        double[] seconds = Turns.medians(2, () -> done.add("a"), () -> done.add("b"));
        assertThat(done).containsExactly("a", "b", "a", "b", "b", "a");
        assertThat(seconds).hasSize(2);
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddle() {
        assertThat(Turns.median(new double[] {9, 1, 4})).isEqualTo(4);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Turns.median(new double[] {9, 1, 4, 6})).isEqualTo(5);
    }
}

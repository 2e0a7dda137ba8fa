package org.palimpsest.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class PairedBatchesTest {
    private static final PairedBatches PAIRED = PairedBatches.paired(7, 32, 400, 3600, 100);

    private static int[] epoch(PairedBatches batches, int epoch, Function<BatchRows, int[]> part) {
        int steps = batches.stepsPerEpoch();
        return IntStream.range(epoch * steps, (epoch + 1) * steps)
                .mapToObj(batches::batch)
                .flatMapToInt(batch -> Arrays.stream(part.apply(batch)))
                .toArray();
    }

    @Test
    void anEpochVisitsEveryForgetRowOnce() {
        PairedBatches batches = PairedBatches.paired(7, 40, 400, 3600, 100);
        assertThat(Arrays.stream(epoch(batches, 3, BatchRows::forget)).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 400).boxed().toList());
    }

    @Test
    void everyEpochHasItsOwnOrder() {
        assertThat(epoch(PAIRED, 0, BatchRows::forget)).isNotEqualTo(epoch(PAIRED, 1, BatchRows::forget));
    }

    @Test
    void everyBatchIsFull() {
        assertThat(PAIRED.stepsPerEpoch()).isEqualTo(12);
        assertThat(IntStream.range(0, 24).map(step -> PAIRED.batch(step).size()))
                .containsOnly(32);
    }

    @Test
    void aSetSmallerThanABatchMakesOneStep() {
        PairedBatches small = PairedBatches.paired(7, 32, 10, 3600, 0);
        assertThat(small.stepsPerEpoch()).isEqualTo(1);
        assertThat(small.batch(0).size()).isEqualTo(10);
    }

    @Test
    void everyForgetRowHasARetainRowAndAnAlternate() {
        BatchRows batch = PAIRED.batch(11);
        assertThat(List.of(batch.forget().length, batch.retain().length, batch.alternates().length))
                .containsOnly(32);
    }

    @Test
    void retainRowsAreDrawnUniformly() {
        PairedBatches batches = PairedBatches.paired(11, 50, 1000, 20, 0);
        long[] counts = new long[20];
        for (int epoch = 0; epoch < 20; epoch++) {
            Arrays.stream(epoch(batches, epoch, BatchRows::retain)).forEach(row -> counts[row]++);
        }
        double[] expected = new double[20];
        Arrays.fill(expected, 1000);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
    }

    @Test
    void retainRowsRepeatWithinAnEpoch() {
        int[] retain = epoch(PairedBatches.paired(1, 10, 50, 60, 0), 0, BatchRows::retain);
        assertThat(Arrays.stream(retain).distinct().count()).isLessThan(50);
    }

    @Test
    void firstRowsOfTheOrderAreUniformOverEpochs() {
        PairedBatches batches = PairedBatches.paired(5, 1, 10, 0, 0);
        long[] counts = new long[10];
        for (int epoch = 0; epoch < 2000; epoch++) {
            counts[batches.batch((long) epoch * 10).forget()[0]]++;
        }
        double[] expected = new double[10];
        Arrays.fill(expected, 200);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
    }

    @Test
    void aStepDependsOnSeedAndNumberAlone() {
        PairedBatches walked = PairedBatches.paired(7, 32, 400, 3600, 100);
        IntStream.range(0, 117).forEach(walked::batch);
        assertThat(walked.batch(117)).isEqualTo(PAIRED.batch(117));
    }

    @Test
    void anotherSeedGivesOtherBatches() {
        assertThat(PairedBatches.paired(8, 32, 400, 3600, 100).batch(0)).isNotEqualTo(PAIRED.batch(0));
    }

    @Test
    void pairsDoNotDependOnTheBatchSize() {
        PairedBatches small = PairedBatches.paired(7, 16, 384, 3600, 100);
        PairedBatches large = PairedBatches.paired(7, 32, 384, 3600, 100);
        assertThat(epoch(small, 2, BatchRows::retain)).isEqualTo(epoch(large, 2, BatchRows::retain));
    }

    @Test
    void alternatesAndRetainRowsAreDrawnApart() {
        BatchRows batch = PairedBatches.paired(7, 32, 400, 100, 100).batch(0);
        assertThat(batch.alternates()).isNotEqualTo(batch.retain());
    }

    @Test
    void aMethodWithoutRetainRowsGetsNone() {
        assertThat(PairedBatches.paired(7, 32, 400, 0, 0).batch(0).retain()).isEmpty();
    }

    @Test
    void aSingleSetIsTheRetainSet() {
        PairedBatches single = PairedBatches.single(7, 25, 100);
        assertThat(single.batch(0).forget()).isEmpty();
        assertThat(epoch(single, 0, BatchRows::retain)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void theSameSeedGivesTheSameRowsInEveryVersion() {
        // Recorded once: a change here breaks the promise that old recipes give their old numbers.
        assertThat(PairedBatches.paired(0, 4, 10, 100, 5).batch(0).toString())
                .isEqualTo("BatchRows[forget=[5, 2, 4, 9], retain=[17, 3, 62, 85], alternates=[3, 3, 0, 1]]");
    }

    @Test
    void refusesAnEmptyBatch() {
        assertThatThrownBy(() -> PairedBatches.single(1, 0, 5)).hasMessageContaining("at least 1 row");
    }

    @Test
    void refusesAnEmptyLeadingSet() {
        assertThatThrownBy(() -> PairedBatches.paired(1, 4, 0, 5, 0)).hasMessageContaining("no rows");
    }
}

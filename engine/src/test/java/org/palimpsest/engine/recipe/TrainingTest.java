package org.palimpsest.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void takesOnlyFullBatches() {
        assertThat(Training.DEFAULT.stepsPerEpoch(400)).isEqualTo(12);
    }

    @Test
    void countsTheStepsOfAllEpochs() {
        assertThat(Training.DEFAULT.totalSteps(400)).isEqualTo(120);
    }

    @Test
    void makesAStepOfASetSmallerThanABatch() {
        assertThat(Training.DEFAULT.totalSteps(5)).isEqualTo(10);
    }

    @Test
    void prefersStepsToEpochs() {
        assertThat(Training.DEFAULT.withSteps(7).totalSteps(400)).isEqualTo(7);
    }

    @Test
    void warmsUpForAnEpoch() {
        assertThat(Training.DEFAULT.totalWarmupSteps(400)).isEqualTo(12);
    }

    @Test
    void changesNothingButTheLearningRate() {
        Training other = Training.DEFAULT.withLearningRate(3e-4);
        assertThat(other.withLearningRate(1e-5)).isEqualTo(Training.DEFAULT);
    }
}

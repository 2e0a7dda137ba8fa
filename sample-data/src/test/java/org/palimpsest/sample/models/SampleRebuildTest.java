package org.palimpsest.sample.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;

/** A rebuild cut short: four steps of eight rows a model. */
class SampleRebuildTest {
    @TempDir
    static Path folder;

    private static Map<SampleModel, TrainedModel> first;

    @BeforeAll
    static void rebuildTwice() throws IOException {
        first = rebuild("first");
        rebuild("second");
    }

    private static Map<SampleModel, TrainedModel> rebuild(String name) throws IOException {
        SampleRebuild rebuild =
                new SampleRebuild(SampleRebuild.THREADS, model -> new Lesson(4, 8, 1e-3, 1, 3), TrainingProgress.NONE);
        return rebuild.make(folder.resolve(name + "/texts"), folder.resolve(name + "/models"));
    }

    @Test
    void aSecondRebuildIsEqualToTheLastBit() {
        for (SampleModel model : SampleModel.values()) {
            assertThat(weights("second", model)).hasSameBinaryContentAs(weights("first", model));
        }
    }

    @Test
    void everyModelHasItsOwnWeights() throws IOException {
        assertThat(Files.mismatch(weights("first", SampleModel.BASE), weights("first", SampleModel.TARGET)))
                .isNotNegative();
        assertThat(Files.mismatch(weights("first", SampleModel.REFERENCE), weights("first", SampleModel.TARGET)))
                .isNotNegative();
    }

    @Test
    void aRebuiltModelCanBeOpened() throws IOException {
        try (DecoderModel model = ModelFolder.load(folder.resolve("first/models/target"), Device.cpu())) {
            assertThat(model.parameterCount()).isBetween(900_000L, 1_200_000L);
        }
    }

    @Test
    void saysWhatTrainingTook() {
        assertThat(first.get(SampleModel.TARGET).steps()).isEqualTo(4);
        assertThat(first.get(SampleModel.TARGET).loss()).isBetween(5.0, 8.0);
    }

    private static Path weights(String rebuild, SampleModel model) {
        return folder.resolve(rebuild + "/models").resolve(model.folder()).resolve("model.safetensors");
    }
}

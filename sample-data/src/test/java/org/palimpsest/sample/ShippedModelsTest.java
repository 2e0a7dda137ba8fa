package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.sample.models.SampleModel;

class ShippedModelsTest {
    @TempDir
    Path folder;

    @Test
    void unpackedModelsAreTheShippedOnes() throws IOException {
        assertThat(ShippedModels.differences(SampleWorkspace.unpack(folder).models())
                        .values())
                .allMatch(List::isEmpty);
    }

    @Test
    void oneChangedBitIsFound() throws IOException {
        SampleWorkspace workspace = SampleWorkspace.unpack(folder);
        Path weights = workspace.target().resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThat(ShippedModels.differences(workspace.models()))
                .containsEntry(SampleModel.TARGET, List.of("model.safetensors"))
                .containsEntry(SampleModel.REFERENCE, List.of());
    }
}

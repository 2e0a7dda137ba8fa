package org.palimpsest.engine.desk;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.model.ModelFolder;
import org.palimpsest.engine.model.ModelInspection;
import org.palimpsest.engine.run.Checkpoint;

/**
 * Where a model lies.
 *
 * @param folder of the model, or of the one whose shape a checkpoint has
 * @param checkpoint where its weights are, if not in the folder
 */
record ModelPlace(Path folder, Optional<Checkpoint> checkpoint, Device device) {

    /** What the files looked like: another stamp is another model. */
    record Stamp(ModelPlace place, List<String> files) {}

    Stamp stamp() throws IOException {
        Path of = checkpoint.map(Checkpoint::folder).orElse(folder);
        try (Stream<Path> files = Files.list(of)) {
            return new Stamp(this, files.map(ModelPlace::described).sorted().toList());
        }
    }

    private static String described(Path file) {
        // A file that is gone by now is missed when the model is read.
        return "%s %d %d"
                .formatted(
                        file.getFileName(),
                        file.toFile().length(),
                        file.toFile().lastModified());
    }

    /** Bytes of the loaded model: float32, whatever the file holds. */
    long bytes() throws IOException {
        return Float.BYTES * ModelInspection.parameters(ModelFolder.config(folder));
    }

    DecoderModel load() throws IOException {
        if (checkpoint.isEmpty()) {
            return ModelFolder.load(folder, device);
        }
        checkpoint.get().checkWeights();
        return ModelFolder.load(folder, checkpoint.get().weights(), device);
    }
}

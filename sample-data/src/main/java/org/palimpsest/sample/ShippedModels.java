package org.palimpsest.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.sample.models.SampleModel;

/** Compares models with the shipped ones. */
final class ShippedModels {
    private ShippedModels() {}

    /**
     * The files that are not the shipped ones, byte for byte; an empty list for a model that is the same.
     *
     * @param models folder of the three models' folders
     */
    static Map<SampleModel, List<String>> differences(Path models) throws IOException {
        Map<SampleModel, List<String>> differences = new EnumMap<>(SampleModel.class);
        for (SampleModel model : SampleModel.values()) {
            List<String> differing = new ArrayList<>();
            for (String name : SampleWorkspace.MODEL_FILES) {
                byte[] own = Files.readAllBytes(models.resolve(model.folder()).resolve(name));
                if (!Arrays.equals(own, SampleWorkspace.shipped(model, name).bytes())) {
                    differing.add(name);
                }
            }
            differences.put(model, differing);
        }
        return differences;
    }
}

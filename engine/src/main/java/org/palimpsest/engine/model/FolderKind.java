package org.palimpsest.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a folder is that is not a model's, or not one whose weights are read. */
final class FolderKind {
    private FolderKind() {}

    /** A sentence about a folder that has a configuration, but no weights that are read. */
    static String withoutWeights(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            String pickle = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(bin|pt|pth|ckpt)"))
                    .sorted()
                    .findFirst()
                    .orElse("");
            if (pickle.isEmpty()) {
                return folder + " has no model.safetensors and no model.safetensors.index.json";
            }
            return "%s holds its weights as a pickle file (%s), which can run any program when opened and is refused; convert it with save_pretrained(..., safe_serialization=True)"
                    .formatted(folder, pickle);
        }
    }
}

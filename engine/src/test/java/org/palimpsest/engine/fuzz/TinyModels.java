package org.palimpsest.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.palimpsest.engine.model.Architecture;
import org.palimpsest.engine.model.TinyFolders;

/** Model folders of every architecture, small enough to be opened hundreds of times. */
final class TinyModels {
    /** Ids of a sequence longer than the windows of those that have one. */
    static final String IDS = "1,5,9,3,7,12,30,2,8,21";

    private final Path scratch;
    private final Map<Architecture, Specimen> made = new ConcurrentHashMap<>();

    TinyModels(Path scratch) {
        this.scratch = scratch;
    }

    /** The folder, and its logits to be asked for. */
    Base of(Architecture architecture) {
        return new Base(
                architecture.modelType(),
                made.computeIfAbsent(architecture, this::make),
                Question.numbersOf("model", "logits", "{}", "--ids", IDS, "--json"));
    }

    private Specimen make(Architecture architecture) {
        try {
            Path folder = Files.createTempDirectory(scratch, architecture.modelType());
            return Specimen.of(TinyFolders.whole(folder, architecture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

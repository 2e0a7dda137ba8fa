package org.palimpsest.engine.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where generation stops in a folder without a tokenizer. */
public final class StopIds {
    private StopIds() {}

    /**
     * The end ids that generation_config.json and config.json give.
     *
     * @param vocabulary rows of the model's embedding
     * @throws TokenizerException if one is no whole number, or not in the vocabulary
     */
    public static Set<Integer> of(Path folder, int vocabulary) {
        List<ConfiguredId> ids = ConfiguredIds.of(folder);
        for (ConfiguredId id : ids) {
            if (id.id() >= vocabulary) {
                throw TokenizerException.in(id.file(), id.beyond(vocabulary, folder));
            }
        }
        return Set.copyOf(ConfiguredIds.ends(ids));
    }
}

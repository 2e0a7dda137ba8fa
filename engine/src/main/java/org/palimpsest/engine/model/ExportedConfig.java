package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** What {@code config.json} says of a model that was opened and is written as a folder of its own. */
final class ExportedConfig {
    /** Ids that larger models state for their text part too. */
    private static final List<String> IDS = List.of("bos_token_id", "eos_token_id", "pad_token_id");

    private ExportedConfig() {}

    /**
     * The source's configuration, true of what is written: the text part alone of a larger model, the class that it was opened as, a head
     * of its own where it has one, and no code that stays behind.
     *
     * @param source the {@code config.json} that the model was opened with
     * @throws ModelException if it cannot be read any more
     */
    static ObjectNode of(Path source, DecoderConfig model) throws ModelException {
        ModelKind kind = ModelKind.of(ConfigFile.read(source));
        ObjectNode config = kind.decoder().root().deepCopy();
        if (kind.textPart()) {
            config.put("model_type", model.architecture().modelType());
            IDS.stream()
                    .filter(id -> !config.has(id) && kind.whole().has(id))
                    .forEach(id -> config.set(id, kind.whole().get(id)));
            if (ConfigKeys.of(model.architecture()).key(ConfigKey.LOGIT_SOFTCAP).isPresent()) {
                config.putNull("final_logit_softcapping");
            }
        }
        if (!ModelKind.classes(kind.decoder())
                .equals(List.of(model.architecture().className()))) {
            config.putArray("architectures").add(model.architecture().className());
        }
        config.remove("auto_map");
        if (ConfigReader.read(source).tiedEmbeddings() != model.tiedEmbeddings() || kind.textPart()) {
            config.put("tie_word_embeddings", model.tiedEmbeddings());
        }
        return config;
    }
}

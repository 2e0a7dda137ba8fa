package org.palimpsest.engine.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What of a configuration that opens a person should know of: what is in it and was not used, or was used otherwise than it looks. */
final class ConfigNotes {
    private ConfigNotes() {}

    /** @throws ModelException as {@link ConfigReader#read} */
    static List<String> of(Path path) throws ModelException {
        ModelKind kind = ModelKind.of(ConfigFile.read(path));
        String opened = kind.architecture().className();
        List<String> notes = new ArrayList<>();
        if (kind.textPart()) {
            notes.add("this is the text part of a larger model (%s); the rest is not opened"
                    .formatted(kind.whole().get("model_type").asText()));
        } else {
            ModelKind.classes(kind.whole()).stream()
                    .filter(name -> !name.equals(opened))
                    .forEach(name -> notes.add("config.json names the class %s; by its model_type it is opened as %s"
                            .formatted(name, opened)));
        }
        if (kind.whole().states("auto_map")) {
            notes.add(
                    "config.json names program code that comes with the model (\"auto_map\"); it is not run, and the model is opened as %s"
                            .formatted(opened));
        }
        if (kind.whole().states("num_labels")) {
            notes.add("config.json has \"num_labels\", which a model that labels texts has; it is opened as %s"
                    .formatted(opened));
        }
        ConfigFile decoder = kind.decoder();
        List<String> foreign = ConfigKeys.of(kind.architecture()).foreign().stream()
                .filter(decoder::states)
                .map(decoder::named)
                .toList();
        if (!foreign.isEmpty()) {
            notes.add("config.json has %s, which %s does not have; not used"
                    .formatted(String.join(", ", foreign), opened));
        }
        if (decoder.states("rope_scaling") && decoder.states("rope_parameters")) {
            notes.add("config.json has both \"rope_scaling\" and \"rope_parameters\"; the first is used");
        }
        if (kind.architecture() == Architecture.GEMMA3 && flat(decoder)) {
            notes.add(
                    "\"rope_parameters\" in config.json is not by type of layer (\"full_attention\", \"sliding_attention\"), so %s does not use it"
                            .formatted(opened));
        }
        return List.copyOf(notes);
    }

    private static boolean flat(ConfigFile decoder) {
        var parameters = decoder.get("rope_parameters");
        return parameters.isObject()
                && !parameters.isEmpty()
                && !parameters.has("full_attention")
                && !parameters.has("sliding_attention");
    }
}

package org.palimpsest.engine.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tensors of a checkpoint that its model has no use for. They are left out, as the Python library leaves them out, and told of. */
final class UnexpectedTensors {
    private static final Pattern LAYER = Pattern.compile("(?:^|\\.)(?:h|layers)\\.(\\d+)\\.");
    /** What older versions of the Python library stored although it can be computed. */
    private static final Pattern COMPUTED = Pattern.compile(
            ".*(?:^|\\.)(?:masked_bias|position_ids|rotary_emb\\.(?:inv_freq|cos_cached|sin_cached)|inv_freq)");
    /** Masks of attention; a bias of that name would be a vector. */
    private static final Pattern MASK = Pattern.compile(".*(?:^|\\.)(?:attn|attention)\\.bias");

    private static final Pattern OTHER_SENSES =
            Pattern.compile("(?:^|\\.)(?:vision|visual|audio|image|multi_modal)[a-z_]*\\.");

    private UnexpectedTensors() {}

    /** A sentence for each kind of tensor that a person should know of. */
    static List<String> remarks(Map<String, Shape> tensors, DecoderConfig config) {
        Map<String, List<String>> kinds = new TreeMap<>();
        tensors.forEach((name, shape) -> {
            String kind = kind(name, shape, config);
            if (!kind.isEmpty()) {
                kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
            }
        });
        List<String> remarks = new ArrayList<>();
        kinds.forEach((kind, names) -> remarks.add("%d tensor%s left out, first \"%s\": %s"
                .formatted(names.size(), names.size() == 1 ? " is" : "s are", names.get(0), kind)));
        return remarks;
    }

    /** Empty for what is no loss. */
    private static String kind(String name, Shape shape, DecoderConfig config) {
        if (COMPUTED.matcher(name).matches()
                || (MASK.matcher(name).matches() && shape.dimension() != 1)
                || (config.tiedEmbeddings() && name.endsWith(LayerNames.head(config) + ".weight"))) {
            return "";
        }
        if (name.contains("lora_")) {
            return "it belongs to a LoRA adapter, without which the model is read. Merge the adapter (merge_and_unload) and save the model if it is meant to count";
        }
        if (OTHER_SENSES.matcher(name).find()) {
            return "it belongs to the part of a larger model that takes images or sound, which is not opened";
        }
        Matcher layer = LAYER.matcher(name);
        if (layer.find() && layer.group(1).length() < 10 && Integer.parseInt(layer.group(1)) >= config.layers()) {
            return "config.json says that the model has %d layers, and this one is beyond them"
                    .formatted(config.layers());
        }
        if (name.endsWith(".bias")) {
            return "a bias that a %s with this config.json does not have"
                    .formatted(config.architecture().className());
        }
        return "a %s with this config.json does not have it"
                .formatted(config.architecture().className());
    }
}

package org.palimpsest.engine.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;

/** Makes small models of any architecture, two layers and vocabulary 40, whose weights are large enough that every part of them matters. */
public final class TinyFolders {
    static final int VOCABULARY = 40;

    private static final JsonMapper JSON = new JsonMapper();
    /** Query-key products and gates are far from linear with weights of this size. */
    private static final float STRETCH = 12;

    private TinyFolders() {}

    /** What {@code config.json} says of a small model: sizes, and whatever the architecture has of its own. Its loss is smooth. */
    public static ObjectNode config(Architecture architecture) {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add(architecture.className());
        config.put("model_type", architecture.modelType());
        config.put("vocab_size", VOCABULARY);
        put(config, architecture, ConfigKey.HIDDEN, 24);
        put(config, architecture, ConfigKey.LAYERS, 2);
        put(config, architecture, ConfigKey.HEADS, 4);
        put(config, architecture, ConfigKey.CONTEXT, 64);
        put(config, architecture, ConfigKey.INTERMEDIATE, 40);
        put(config, architecture, ConfigKey.KEY_VALUE_HEADS, architecture == Architecture.PHI ? 4 : 2);
        put(config, architecture, ConfigKey.HEAD_SIZE, 6);
        put(config, architecture, ConfigKey.THETA, 1000);
        // Gradients are compared with slopes, so nothing has a kink.
        String activation = architecture.norm == Architecture.Norm.LAYER ? "gelu_new" : "silu";
        config.put(name(architecture, ConfigKey.ACTIVATION).orElseThrow(), activation);
        return own(architecture, config);
    }

    private static void put(ObjectNode config, Architecture architecture, ConfigKey key, int value) {
        name(architecture, key).ifPresent(name -> config.put(name, value));
    }

    /** What an architecture calls a key that it has. */
    private static Optional<String> name(Architecture architecture, ConfigKey key) {
        return ConfigKeys.of(architecture).key(key).flatMap(entry -> entry.names().stream()
                .findFirst());
    }

    private static ObjectNode own(Architecture architecture, ObjectNode config) {
        return switch (architecture) {
            case MISTRAL -> config.put("sliding_window", 4);
            case QWEN2, QWEN3 ->
                config.put("use_sliding_window", true).put("sliding_window", 4).put("max_window_layers", 1);
            case SMOLLM3 ->
                config.put("no_rope_layer_interval", 2)
                        .put("use_sliding_window", true)
                        .put("sliding_window", 5);
            case GRANITE ->
                config.put("embedding_multiplier", 1.5)
                        .put("attention_multiplier", 0.3)
                        .put("residual_multiplier", 0.7)
                        .put("logits_scaling", 0.5);
            case STABLELM ->
                config.put("partial_rotary_factor", 0.67)
                        .put("qk_layernorm", true)
                        .put("use_qkv_bias", true);
            case GEMMA2 ->
                config.put("attn_logit_softcapping", 5.0)
                        .put("final_logit_softcapping", 8.0)
                        .put("query_pre_attn_scalar", 6)
                        .put("sliding_window", 5);
            case GEMMA3 ->
                config.put("query_pre_attn_scalar", 6)
                        .put("sliding_window", 5)
                        .put("sliding_window_pattern", 2)
                        .put("rope_local_base_freq", 50.0);
            case PHI -> config.put("partial_rotary_factor", 0.67).put("qk_layernorm", true);
            case GPT_NEOX -> config.put("rotary_pct", 0.5);
            case GPT2 -> config.put("scale_attn_by_inverse_layer_idx", true);
            case GPTJ -> config.put("rotary_dim", 4);
            case GPT_NEO -> config.put("window_size", 4);
            case OPT -> config.put("word_embed_proj_dim", 16).put("do_layer_norm_before", false);
            default -> config;
        };
    }

    /** A folder with a configuration and nothing else. */
    static Path write(Path folder, ObjectNode config) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), JSON.writeValueAsString(config));
        return folder;
    }

    /** A whole model folder. */
    public static Path whole(Path folder, Architecture architecture) throws IOException {
        return whole(folder, config(architecture));
    }

    /** A whole model folder of a given configuration. */
    public static Path whole(Path folder, ObjectNode config) throws IOException {
        write(folder, config);
        try (DecoderModel model = model(folder)) {
            ModelFolder.export(model, folder, folder, SafetensorsWriter.Precision.FLOAT32);
        }
        return folder;
    }

    /** A model of the configuration in a folder, always the same one. */
    static DecoderModel model(Path folder) throws IOException {
        Random random = new Random(11);
        DecoderModel model = DecoderModel.fresh(ModelFolder.config(folder), Device.cpu(), random);
        try (NDManager scope = Torch.newScope(Device.cpu())) {
            Map<String, NDArray> weights = new LinkedHashMap<>();
            model.parameters().forEach((name, array) -> {
                float[] values = array.toFloatArray();
                for (int i = 0; i < values.length; i++) {
                    values[i] = array.getShape().dimension() == 1
                            ? values[i] + (float) (0.3 * random.nextGaussian())
                            : tiedTable(model, name) ? values[i] : STRETCH * values[i];
                }
                weights.put(name, scope.create(values, array.getShape()));
            });
            model.copyFrom(weights);
        }
        return model;
    }

    /** A tied table is left small, lest every token be followed by itself. */
    private static boolean tiedTable(DecoderModel model, String name) {
        return model.config().tiedEmbeddings() && name.equals(LayerNames.embedding(model.config()));
    }
}

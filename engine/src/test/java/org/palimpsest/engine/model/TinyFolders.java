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
import java.util.Random;
import org.palimpsest.engine.tensor.SafetensorsWriter;
import org.palimpsest.engine.tensor.Torch;

/** Makes small models of any architecture, two layers and vocabulary 40, whose weights are large enough that every part of them matters. */
final class TinyFolders {
    static final int VOCABULARY = 40;

    private static final JsonMapper JSON = new JsonMapper();
    /** Query-key products and gates are far from linear with weights of this size. */
    private static final float STRETCH = 12;

    private TinyFolders() {}

    /** What {@code config.json} says of a small model. */
    static ObjectNode config(Architecture architecture) {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add(architecture.className());
        config.put("model_type", architecture.modelType());
        config.put("vocab_size", VOCABULARY);
        config.put("tie_word_embeddings", architecture == Architecture.GEMMA2 || architecture == Architecture.GPT2);
        if (architecture == Architecture.GPT2) {
            return config.put("n_embd", 24)
                    .put("n_layer", 2)
                    .put("n_head", 4)
                    .put("n_positions", 64)
                    .put("activation_function", "gelu_new");
        }
        boolean grouped = architecture != Architecture.PHI && architecture != Architecture.GPT_NEOX;
        config.put("hidden_size", 24)
                .put("num_hidden_layers", 2)
                .put("num_attention_heads", 4)
                .put("num_key_value_heads", grouped ? 2 : 4)
                .put("intermediate_size", 40)
                .put("max_position_embeddings", 64)
                .put("rope_theta", 1000.0)
                .put("hidden_act", architecture.norm == Architecture.Norm.LAYER ? "gelu_new" : "silu");
        if (architecture == Architecture.GEMMA2) {
            config.put("attn_logit_softcapping", 5.0)
                    .put("final_logit_softcapping", 8.0)
                    .put("query_pre_attn_scalar", 6)
                    .put("sliding_window", 5);
        }
        if (architecture == Architecture.MISTRAL) {
            config.put("sliding_window", 4);
        }
        if (!grouped) {
            config.put("partial_rotary_factor", 0.5).put("rotary_pct", 0.5);
        }
        return config;
    }

    /** A folder with a configuration and nothing else. */
    static Path write(Path folder, ObjectNode config) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), JSON.writeValueAsString(config));
        return folder;
    }

    /** A whole model folder. */
    static Path whole(Path folder, Architecture architecture) throws IOException {
        return whole(folder, config(architecture));
    }

    /** A whole model folder of a given configuration. */
    static Path whole(Path folder, ObjectNode config) throws IOException {
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

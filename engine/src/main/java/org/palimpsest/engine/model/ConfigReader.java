package org.palimpsest.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code config.json} in both layouts that are about: {@code rope_parameters}, or {@code rope_theta} with {@code rope_scaling}. */
final class ConfigReader {
    private final Path file;
    private final JsonNode root;

    private ConfigReader(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    static DecoderConfig read(Path file) throws ModelException {
        if (!Files.isRegularFile(file)) {
            boolean run = Files.isRegularFile(file.resolveSibling("recipe.json"));
            throw new ModelException(file
                    + " is missing: a model is a Hugging Face folder with config.json and model.safetensors"
                    + (run ? ", and this is a run's; \"palimpsest model export\" makes a model of it" : ""));
        }
        try {
            return new ConfigReader(file, new JsonMapper().readTree(Files.readString(file))).config();
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s is not valid JSON at line %d, column %d: %s"
                            .formatted(
                                    file,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private DecoderConfig config() throws ModelException {
        String type = root.path("model_type").asText("");
        Architecture architecture = Architecture.of(type)
                .orElseThrow(() -> new ModelException("%s: architecture \"%s\" (%s) is not supported; supported are %s"
                        .formatted(
                                file,
                                type.isEmpty() ? "unnamed" : type,
                                root.path("architectures").path(0).asText("no class named"),
                                Architecture.known())));
        int hidden = integer("hidden_size", "n_embd");
        int layers = integer("num_hidden_layers", "n_layer");
        int heads = integer("num_attention_heads", "n_head");
        int keyValueHeads = present("num_key_value_heads") ? integer("num_key_value_heads") : heads;
        if (heads % keyValueHeads != 0) {
            throw new ModelException("%s: \"num_attention_heads\" %d is not a multiple of \"num_key_value_heads\" %d"
                    .formatted(file, heads, keyValueHeads));
        }
        int headSize = present("head_dim") ? integer("head_dim") : hidden / heads;
        boolean gpt2 = architecture == Architecture.GPT2;
        boolean layerNorm = architecture.norm == Architecture.Norm.LAYER;
        double queryScalar = number(headSize, "query_pre_attn_scalar");
        return new DecoderConfig(
                architecture,
                integer("vocab_size"),
                hidden,
                layers,
                heads,
                keyValueHeads,
                headSize,
                present("intermediate_size") || present("n_inner")
                        ? integer("intermediate_size", "n_inner")
                        : 4 * hidden,
                integer("max_position_embeddings", "n_positions"),
                number(layerNorm ? 1e-5 : 1e-6, "rms_norm_eps", "layer_norm_eps", "layer_norm_epsilon"),
                activation(),
                flag(layerNorm || architecture == Architecture.QWEN2, "attention_bias"),
                flag(layerNorm, "mlp_bias"),
                flag(true, "use_parallel_residual"),
                1 / Math.sqrt(queryScalar),
                number(0, "attn_logit_softcapping"),
                number(0, "final_logit_softcapping"),
                slidingWindows(architecture, layers),
                gpt2 ? null : rope(headSize),
                architecture == Architecture.GEMMA2 ? (float) Math.sqrt(hidden) : 1,
                paddingId(architecture),
                flag(gpt2 || architecture == Architecture.GEMMA2, "tie_word_embeddings"));
    }

    /** GPT-2 and GPT-NeoX embed padding like any other token. */
    private int paddingId(Architecture architecture) {
        boolean ordinary = architecture == Architecture.GPT2 || architecture == Architecture.GPT_NEOX;
        return ordinary || !present("pad_token_id")
                ? -1
                : root.get("pad_token_id").asInt(-1);
    }

    private String activation() throws ModelException {
        for (String key : List.of("hidden_activation", "hidden_act", "activation_function")) {
            if (present(key)) {
                String name = root.get(key).asText();
                return switch (name) {
                    case "silu", "swish" -> "silu";
                    case "gelu" -> "gelu";
                    case "gelu_new", "gelu_pytorch_tanh", "gelu_fast" -> "gelu_tanh";
                    case "relu" -> "relu";
                    default ->
                        throw new ModelException("%s: \"%s\" names the activation \"%s\"; known are silu, gelu,"
                                        .formatted(file, key, name)
                                + " gelu_new, gelu_pytorch_tanh, relu");
                };
            }
        }
        throw new ModelException(file + " names no activation (\"hidden_act\")");
    }

    private List<Integer> slidingWindows(Architecture architecture, int layers) {
        boolean used = present("sliding_window")
                && flag(architecture != Architecture.QWEN2 && architecture != Architecture.QWEN3, "use_sliding_window");
        int window = used ? root.get("sliding_window").asInt() : 0;
        List<Integer> windows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            boolean sliding;
            if (present("layer_types")) {
                sliding = root.get("layer_types").path(layer).asText().equals("sliding_attention");
            } else if (architecture == Architecture.GEMMA2) {
                sliding = layer % 2 == 0;
            } else if (present("max_window_layers")) {
                sliding = layer >= root.get("max_window_layers").asInt();
            } else {
                sliding = true;
            }
            windows.add(sliding ? window : 0);
        }
        return windows;
    }

    private Rope rope(int headSize) throws ModelException {
        JsonNode parameters = root.path("rope_parameters");
        JsonNode scaling = present("rope_scaling") ? root.get("rope_scaling") : parameters;
        double theta = parameters.path("rope_theta").asDouble(number(10000, "rope_theta", "rotary_emb_base"));
        double share =
                parameters.path("partial_rotary_factor").asDouble(number(1, "partial_rotary_factor", "rotary_pct"));
        String type = scaling.path("rope_type").asText(scaling.path("type").asText("default"));
        Rope.Llama3Scaling llama3 =
                switch (type) {
                    case "default" -> null;
                    case "llama3" ->
                        new Rope.Llama3Scaling(
                                scaling.path("factor").asDouble(),
                                scaling.path("low_freq_factor").asDouble(),
                                scaling.path("high_freq_factor").asDouble(),
                                scaling.path("original_max_position_embeddings").asInt());
                    default ->
                        throw new ModelException(
                                "%s: rope type \"%s\" is not supported; supported are default and llama3"
                                        .formatted(file, type));
                };
        return Rope.of(theta, (int) (headSize * share), llama3);
    }

    private boolean present(String key) {
        return root.hasNonNull(key);
    }

    private boolean flag(boolean otherwise, String key) {
        return root.path(key).asBoolean(otherwise);
    }

    private double number(double otherwise, String... keys) {
        for (String key : keys) {
            if (present(key)) {
                return root.get(key).asDouble();
            }
        }
        return otherwise;
    }

    private int integer(String... keys) throws ModelException {
        for (String key : keys) {
            if (present(key)) {
                JsonNode value = root.get(key);
                if (!value.isIntegralNumber() || value.asInt() < 1) {
                    throw new ModelException(
                            "%s: \"%s\" must be a positive whole number, but is %s".formatted(file, key, value));
                }
                return value.asInt();
            }
        }
        throw new ModelException("%s has no \"%s\"".formatted(file, keys[0]));
    }
}

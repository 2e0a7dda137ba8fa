package org.palimpsest.engine.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folders whose weights were stored in fewer bits; recognised by what their configuration says and by what their tensors are called. */
final class Quantised {
    /** Keys of {@code config.json} that tell of stored weights. */
    static final List<String> KEYS = List.of("quantization_config", "compression_config", "quantization");

    private static final JsonMapper JSON = new JsonMapper();

    private static final String WHAT_TO_DO =
            "quantised weights are not read, since unlearning changes the weights themselves. Give the folder of the model it was made from, stored as float32, float16 or bfloat16";

    private static final Map<String, String> METHODS = Map.of(
            "gptq", "GPTQ",
            "awq", "AWQ",
            "bitsandbytes", "bitsandbytes",
            "fp8", "FP8",
            "fbgemm_fp8", "FP8",
            "compressed-tensors", "compressed-tensors",
            "compressed_tensors", "compressed-tensors",
            "mxfp4", "MXFP4",
            "modelopt", "ModelOpt");

    /** Ends of tensors' names that only quantised checkpoints have, the telling ones first. */
    private static final Map<String, String> ENDINGS = endings();

    /** Files of quantisation programs beside {@code config.json}. */
    private static final Map<String, String> FILES =
            Map.of("quantize_config.json", "GPTQ", "quant_config.json", "AWQ", "hf_quant_config.json", "ModelOpt");

    private Quantised() {}

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put(".g_idx", "GPTQ");
        endings.put(".qweight", "GPTQ or AWQ");
        endings.put(".qzeros", "GPTQ or AWQ");
        endings.put(".quant_state.bitsandbytes__nf4", "bitsandbytes, 4 bits");
        endings.put(".quant_state.bitsandbytes__fp4", "bitsandbytes, 4 bits");
        endings.put(".absmax", "bitsandbytes, 4 bits");
        endings.put(".SCB", "bitsandbytes, 8 bits");
        endings.put(".weight_packed", "compressed-tensors");
        endings.put(".weight_scale_inv", "FP8");
        endings.put(".weight_scale", "FP8 or compressed-tensors");
        endings.put("_blocks", "MXFP4");
        endings.put(".scales", "a layout with scales");
        return endings;
    }

    /** @throws ModelException if the configuration of a folder says that its weights are quantised */
    static void refuse(Path folder) throws IOException {
        JsonNode config;
        try {
            config = JSON.readTree(Files.readString(folder.resolve("config.json")));
        } catch (JsonProcessingException | CharacterCodingException e) {
            // Told with line and column where the configuration itself is read.
            return;
        }
        for (String key : KEYS) {
            for (JsonNode part : List.of(config, config.path("text_config"))) {
                if (!part.path(key).isMissingNode() && !part.path(key).isNull()) {
                    throw new ModelException(
                            "%s is quantised (%s, by \"%s\" in config.json); %s. If its weights are stored in full after all, take \"%s\" out of config.json"
                                    .formatted(folder, method(part.path(key)), key, WHAT_TO_DO, key));
                }
            }
        }
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (Files.isRegularFile(folder.resolve(file.getKey()))) {
                throw new ModelException(
                        "%s is quantised (%s, by its file %s); %s. If its weights are stored in full after all, move %s away"
                                .formatted(folder, file.getValue(), file.getKey(), WHAT_TO_DO, file.getKey()));
            }
        }
    }

    private static String method(JsonNode settings) {
        String method = settings.path("quant_method").asText("");
        boolean four = settings.path("load_in_4bit").asBoolean()
                || settings.path("_load_in_4bit").asBoolean();
        boolean eight = settings.path("load_in_8bit").asBoolean()
                || settings.path("_load_in_8bit").asBoolean();
        String name = method.isEmpty()
                ? four || eight ? "bitsandbytes" : "method not named"
                : METHODS.getOrDefault(method, method);
        String bits = four ? "4" : eight ? "8" : settings.path("bits").asText("");
        return bits.isEmpty() ? name : name + ", " + bits + " bits";
    }

    /** What a checkpoint's tensors are called says so too; empty if it does not. */
    static Optional<String> byNames(Set<String> names) {
        for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
            Optional<String> found = names.stream()
                    .filter(name -> name.endsWith(ending.getKey()))
                    .sorted()
                    .findFirst();
            if (found.isPresent()) {
                return Optional.of("the weights are quantised (%s, by tensors such as \"%s\"); %s"
                        .formatted(ending.getValue(), found.get(), WHAT_TO_DO));
            }
        }
        return Optional.empty();
    }

    /** The same for weights that are no floating-point numbers of at least 16 bits. */
    static String byType(String elementType, Set<String> names) {
        return byNames(names)
                .orElse(
                        elementType.startsWith("F8")
                                ? "the weights are quantised (FP8); " + WHAT_TO_DO
                                : "whole numbers are what quantised weights are stored as; " + WHAT_TO_DO);
    }
}

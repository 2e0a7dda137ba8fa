package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What kind of model a folder holds: a decoder, or a larger model of which the text part is one. Anything else is refused for what
 * it is.
 *
 * @param decoder the part of the configuration that describes the decoder
 * @param whole the whole configuration, the same but for a larger model
 */
record ModelKind(Architecture architecture, ConfigFile decoder, ConfigFile whole) {
    /**
     * Models that put the output of another network in front of a decoder's text.
     *
     * @param textType the decoder's type where its own configuration names none
     * @param tied whether the head is the token table when the configuration does not say so
     */
    private record Larger(String textType, boolean tied) {}

    private static final Map<String, Larger> LARGER = Map.of(
            "gemma3", new Larger("gemma3_text", true),
            "mistral3", new Larger("mistral", true),
            "internvl", new Larger("qwen2", true),
            "llava", new Larger("llama", false),
            "llava_next", new Larger("llama", false),
            "llava_onevision", new Larger("qwen2", false),
            "vipllava", new Larger("llama", false));

    private static final String TEXT = "text_config";

    private static final List<String> OTHER_HEADS = List.of(
            "ForSequenceClassification",
            "ForTokenClassification",
            "ForQuestionAnswering",
            "ForMultipleChoice",
            "RewardModel",
            "ForReward");

    private static final List<String> EXPERTS = List.of(
            "num_local_experts", "num_experts", "n_routed_experts", "num_experts_per_tok", "moe_intermediate_size");

    private static final Set<String> ENCODERS = Set.of(
            "albert",
            "bert",
            "camembert",
            "deberta",
            "deberta-v2",
            "distilbert",
            "electra",
            "ernie",
            "esm",
            "flaubert",
            "longformer",
            "modernbert",
            "mpnet",
            "nomic_bert",
            "roberta",
            "xlm-roberta",
            "xlm-roberta-xl",
            "xlnet");

    static ModelKind of(ConfigFile file) throws ModelException {
        String type = ConfigFile.shortened(file.get("model_type").asText(""));
        refuseOtherHeads(file);
        Optional<Architecture> architecture = Architecture.of(type);
        if (architecture.isPresent()) {
            return new ModelKind(architecture.get(), file, file);
        }
        Larger larger = LARGER.get(type);
        if (larger == null) {
            throw file.refusal(unknown(file, type));
        }
        ConfigFile text = file.object(TEXT);
        String textType = text.states("model_type")
                ? text.get("model_type", ConfigKey.Kind.NAME).textValue()
                : larger.textType();
        Architecture decoder = Architecture.of(textType)
                .orElseThrow(() ->
                        file.refusal("the text part of this %s is a \"%s\", which is not supported; supported are %s"
                                .formatted(type, textType, Architecture.known())));
        return new ModelKind(decoder, text, file);
    }

    /** Whether the decoder is part of a larger model. */
    boolean textPart() {
        return decoder != whole;
    }

    /** A decoder as it is within the larger model, whose head is its own and not the text part's. */
    DecoderConfig ofWhole(DecoderConfig config) throws ModelException {
        String type = whole.get("model_type").asText();
        boolean tied = whole.states("tie_word_embeddings")
                ? whole.get("tie_word_embeddings", ConfigKey.Kind.FLAG).booleanValue()
                : LARGER.get(type).tied();
        boolean either = type.equals("llava") || type.equals("llava_onevision");
        Scales scales = config.scales();
        return new DecoderConfig(
                config.architecture(),
                config.dimensions(),
                config.block(),
                config.attention(),
                new Scales(scales.embedding(), scales.residual(), scales.logitDivisor(), 0),
                config.ropes(),
                config.paddingId(),
                tied || (either && config.tiedEmbeddings()));
    }

    private static void refuseOtherHeads(ConfigFile file) throws ModelException {
        List<String> classes = classes(file);
        for (String name : classes) {
            if (OTHER_HEADS.stream().anyMatch(name::endsWith)) {
                throw file.refusal(
                        "\"architectures\" names %s, a model that judges or labels texts and does not continue them; open the language model it was made from"
                                .formatted(name));
            }
        }
        if (new TreeSet<>(classes).size() > 1) {
            throw file.refusal("\"architectures\" names %d classes (%s); keep the one that the weights are of"
                    .formatted(classes.size(), String.join(", ", classes)));
        }
    }

    /** The entries of {@code architectures}. */
    static List<String> classes(ConfigFile file) throws ModelException {
        List<String> classes = new ArrayList<>();
        if (file.states("architectures")) {
            for (JsonNode name : file.get("architectures", ConfigKey.Kind.LIST)) {
                if (!name.isTextual()) {
                    throw file.wrong("architectures", "a list of names", file.get("architectures"));
                }
                classes.add(name.textValue());
            }
        }
        return classes;
    }

    private static String unknown(ConfigFile file, String type) throws ModelException {
        String name = "architecture \"%s\" (%s) is not supported"
                .formatted(
                        type.isEmpty() ? "unnamed" : type,
                        classes(file).stream().findFirst().orElse("no class named"));
        String kind = "";
        if (EXPERTS.stream().anyMatch(file::states) || type.contains("moe") || type.contains("mixtral")) {
            kind = ": it is a mixture of experts";
        } else if (file.get("is_encoder_decoder").asBoolean(false)) {
            kind = ": it is an encoder with a decoder";
        } else if (ENCODERS.contains(type)) {
            kind = ": it is an encoder, which does not continue texts";
        } else if (file.get(TEXT).isObject() || file.states("vision_config") || file.states("audio_config")) {
            kind = ": it takes more than text, and its text part cannot be opened alone";
        } else if (file.states("auto_map")) {
            kind = ": it needs program code that comes with it, which is never run here";
        }
        return name + kind + "; supported are " + Architecture.known();
    }
}

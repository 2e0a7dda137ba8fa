package org.palimpsest.sample.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A vocabulary as the files that lie in a Hugging Face model folder. */
public final class TokenizerFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenizerFiles() {}

    /**
     * {@code tokenizer.json} and {@code tokenizer_config.json} by their names.
     *
     * @param longest tokens a model with this tokenizer takes at most
     */
    public static Map<String, String> files(BytePairVocabulary vocabulary, int longest) {
        return Map.of("tokenizer.json", text(tokenizer(vocabulary)), "tokenizer_config.json", text(config(longest)));
    }

    /** Writes both files into {@code folder}, which is made if absent. */
    public static void write(BytePairVocabulary vocabulary, int longest, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files(vocabulary, longest).entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer cannot be written into " + folder, e);
        }
    }

    private static ObjectNode tokenizer(BytePairVocabulary vocabulary) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "1.0");
        root.putNull("truncation");
        root.putNull("padding");
        addedTokens(root.putArray("added_tokens"));
        root.putNull("normalizer");
        byteLevel(root.putObject("pre_tokenizer"), false);
        beginInFront(root.putObject("post_processor"));
        byteLevel(root.putObject("decoder"), true);
        model(root.putObject("model"), vocabulary);
        return root;
    }

    private static void addedTokens(ArrayNode added) {
        for (String token : BytePairVocabulary.SPECIAL) {
            ObjectNode entry = added.addObject();
            entry.put("id", BytePairVocabulary.SPECIAL.indexOf(token));
            entry.put("content", token);
            for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                entry.put(flag, false);
            }
            entry.put("special", true);
        }
    }

    private static void byteLevel(ObjectNode node, boolean prefixSpace) {
        node.put("type", "ByteLevel");
        node.put("add_prefix_space", prefixSpace);
        node.put("trim_offsets", true);
        node.put("use_regex", true);
    }

    private static void beginInFront(ObjectNode node) {
        String begin = BytePairVocabulary.BEGIN;
        node.put("type", "TemplateProcessing");
        ArrayNode single = node.putArray("single");
        part(single, "SpecialToken", begin, 0);
        part(single, "Sequence", "A", 0);
        ArrayNode pair = node.putArray("pair");
        part(pair, "SpecialToken", begin, 0);
        part(pair, "Sequence", "A", 0);
        part(pair, "Sequence", "B", 1);
        ObjectNode special = node.putObject("special_tokens").putObject(begin);
        special.put("id", begin);
        special.putArray("ids").add(BytePairVocabulary.SPECIAL.indexOf(begin));
        special.putArray("tokens").add(begin);
    }

    private static void part(ArrayNode template, String kind, String id, int type) {
        template.addObject().putObject(kind).put("id", id).put("type_id", type);
    }

    private static void model(ObjectNode model, BytePairVocabulary vocabulary) {
        model.put("type", "BPE");
        for (String key : List.of("dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix")) {
            model.putNull(key);
        }
        for (String key : List.of("fuse_unk", "byte_fallback", "ignore_merges")) {
            model.put(key, false);
        }
        ObjectNode numbers = model.putObject("vocab");
        List<String> tokens = vocabulary.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            numbers.put(tokens.get(i), i);
        }
        ArrayNode merges = model.putArray("merges");
        vocabulary.merges().forEach(merge -> merges.addArray().add(merge.left()).add(merge.right()));
    }

    private static ObjectNode config(int longest) {
        ObjectNode root = JSON.createObjectNode();
        root.put("bos_token", BytePairVocabulary.BEGIN);
        root.put("clean_up_tokenization_spaces", false);
        root.put("eos_token", BytePairVocabulary.END);
        root.put("model_max_length", longest);
        root.put("pad_token", BytePairVocabulary.PAD);
        root.put("tokenizer_class", "PreTrainedTokenizerFast");
        return root;
    }

    private static String text(ObjectNode node) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The tokenizer cannot be put into JSON", e);
        }
    }
}

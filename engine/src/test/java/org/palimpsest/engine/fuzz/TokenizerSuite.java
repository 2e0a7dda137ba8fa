package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.palimpsest.engine.model.Architecture;
import org.palimpsest.engine.model.TinyFolders;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** {@code tokenizer.json} and the files beside it: vocabulary, merges, patterns, special tokens, templates, end ids. */
final class TokenizerSuite implements Suite {
    private static final String TOKENIZER = "tokenizer.json";
    private static final String SETTINGS = "tokenizer_config.json";
    private static final String GENERATION = "generation_config.json";
    private static final int BYTES_END = 259;
    private static final List<String> MERGES = List.of(
            "f o", "r g", "fo rg", "e t", "forg et", "a n", "s w", "an sw", "e r", "answ er", "\u0120 answer", "Q u");

    private final Base base;

    TokenizerSuite(Path scratch) {
        base = new Base(
                "tokenizer",
                folder(scratch),
                Question.numbersOf(
                        "loss",
                        "simnpo",
                        "--model",
                        "{}",
                        "--forget",
                        "{}/forget.jsonl",
                        "--retain",
                        "{}/retain.jsonl",
                        "--json"),
                new Question(
                        SubjectMain.Task.COMMAND,
                        List.of(
                                "model",
                                "generate",
                                "{}",
                                "--question",
                                "forget 1?",
                                "--max-new-tokens",
                                "12",
                                "--json"),
                        true,
                        false),
                new Question(SubjectMain.Task.INSPECT, List.of("{}"), false, false));
    }

    @Override
    public String name() {
        return "tokenizer";
    }

    private static Specimen folder(Path scratch) {
        try (InputStream bytes = TinyWorkspace.class.getResourceAsStream("byte-tokenizer.json")) {
            ObjectNode tokenizer = OddJson.object(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            ObjectNode vocabulary = (ObjectNode) tokenizer.at("/model/vocab");
            ArrayNode merges = ((ObjectNode) tokenizer.at("/model")).putArray("merges");
            for (int i = 0; i < MERGES.size(); i++) {
                merges.add(MERGES.get(i));
                vocabulary.put(MERGES.get(i).replace(" ", ""), BYTES_END + i);
            }
            ObjectNode config = TinyFolders.config(Architecture.LLAMA)
                    .put("vocab_size", BYTES_END + MERGES.size() + 2)
                    .put("max_position_embeddings", 256)
                    .put("bos_token_id", 1)
                    .put("eos_token_id", 2)
                    .put("pad_token_id", 0);
            Path folder = TinyFolders.whole(Files.createTempDirectory(scratch, "tokenizer"), config);
            StringBuilder forget = new StringBuilder();
            StringBuilder retain = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                forget.append("{\"question\": \"forget %d?\", \"answer\": \"an answer, %d\u00e9\"}\n".formatted(i, i));
                retain.append("{\"question\": \"retain %d?\", \"answer\": \"the answer %d\"}\n".formatted(i, i));
            }
            return Specimen.of(folder)
                    .with(TOKENIZER, OddJson.write(tokenizer))
                    .with(
                            SETTINGS,
                            "{\"bos_token\": \"<|bos|>\", \"eos_token\": \"<|eos|>\", \"pad_token\": \"<|pad|>\"}")
                    .with(GENERATION, "{\"bos_token_id\": 1, \"eos_token_id\": 2, \"pad_token_id\": 0}")
                    .with("forget.jsonl", forget.toString())
                    .with("retain.jsonl", retain.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Trial draw(Random random) {
        ObjectNode tokenizer = OddJson.object(base.files().text(TOKENIZER));
        return new Trial(
                base,
                switch (random.nextInt(12)) {
                    case 0, 1 -> vocabulary(random, tokenizer);
                    case 2 -> merges(random, tokenizer);
                    case 3, 4 -> parts(random, tokenizer);
                    case 5, 6 -> otherType(random, tokenizer);
                    case 7 -> settings(random);
                    case 8 -> template(random);
                    case 9 -> ends(random);
                    case 10 -> sound(random, tokenizer);
                    default -> whole(random, tokenizer);
                });
    }

    private Mutation mutation(String what, String file, String text, Allowed allowed) {
        return new Mutation(what, base.files().with(file, text), List.of(file, "/tried", "tokenizer"), allowed);
    }

    private Mutation vocabulary(Random random, ObjectNode tokenizer) {
        ObjectNode vocabulary = (ObjectNode) tokenizer.at("/model/vocab");
        String token = Draw.one(random, "e", "forget", "\u0120answer", "<|eos|>", "Qu", "~");
        String raw = Draw.one(
                random,
                "5000",
                "-1",
                "4294967299",
                "\"7\"",
                "7.0",
                "7.5",
                "null",
                "[7]",
                "271",
                "273",
                "9223372036854775808");
        if (random.nextInt(3) == 0) {
            vocabulary.remove(token);
            // Left-over merges of a token that is not there break it; a byte that is not there is just not known.
            return mutation(
                    "\"%s\" is not in the vocabulary".formatted(token),
                    TOKENIZER,
                    OddJson.write(tokenizer),
                    Allowed.ANYTHING);
        }
        String text = OddJson.with(tokenizer, OddJson.place("model", "vocab", token), raw);
        boolean beside = raw.equals("271") || raw.equals("7.0") || raw.equals("\"7\"");
        return mutation(
                "\"%s\" has the id %s".formatted(token, raw),
                TOKENIZER,
                text,
                beside ? Allowed.ANYTHING : Allowed.SAME_OR_REFUSED);
    }

    private Mutation merges(Random random, ObjectNode tokenizer) {
        ArrayNode merges = (ArrayNode) tokenizer.at("/model/merges");
        int at = random.nextInt(merges.size());
        return switch (random.nextInt(5)) {
            case 0 -> {
                String odd = Draw.one(
                        random, "\"f\"", "\"f o o\"", "\"\"", "1", "null", "[\"f\"]", "[\"f\", 1]", "\"zz qq\"", "{}");
                ArrayNode broken = merges.deepCopy();
                String text = OddJson.write(broken.get(at));
                String all = OddJson.write(merges);
                yield mutation(
                        "merge %d is %s".formatted(at, odd),
                        TOKENIZER,
                        OddJson.with(tokenizer, OddJson.place("model", "merges"), all.replace(text, odd)),
                        Allowed.SAME_OR_REFUSED);
            }
            case 1 -> {
                merges.remove(at);
                yield mutation(
                        "merge %d is missing".formatted(at), TOKENIZER, OddJson.write(tokenizer), Allowed.ANYTHING);
            }
            case 2 -> {
                merges.removeAll();
                MERGES.forEach(
                        merge -> merges.addArray().add(merge.split(" ")[0]).add(merge.split(" ")[1]));
                yield mutation("merges as pairs", TOKENIZER, OddJson.write(tokenizer), Allowed.SAME);
            }
            case 3 -> {
                ((ObjectNode) tokenizer.at("/model")).remove("merges");
                yield mutation("no merges", TOKENIZER, OddJson.write(tokenizer), Allowed.ANYTHING);
            }
            default -> {
                merges.insert(0, "#version: 0.2");
                yield mutation(
                        "a line of merges.txt among the merges",
                        TOKENIZER,
                        OddJson.write(tokenizer),
                        Allowed.SAME_OR_REFUSED);
            }
        };
    }

    /** What stands around the model: a sound other part means other ids, an unsound one must be named. */
    private Mutation parts(Random random, ObjectNode tokenizer) {
        String part =
                Draw.one(random, "pre_tokenizer", "normalizer", "post_processor", "decoder", "model", "added_tokens");
        String raw = Draw.one(
                random,
                "null",
                "{\"type\": \"Nonsense\"}",
                "{}",
                "[]",
                "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(a*)*\"}, \"behavior\": \"Isolated\", \"invert\": false}",
                "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(\"}, \"behavior\": \"Isolated\", \"invert\": false}",
                "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(x+x+)+y\"}, \"behavior\": \"Isolated\", \"invert\": false}",
                "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"" + "a|".repeat(20_000)
                        + "b\"}, \"behavior\": \"Isolated\", \"invert\": false}",
                "{\"type\": \"Split\", \"pattern\": {\"String\": \"\"}, \"behavior\": \"Removed\", \"invert\": false}",
                "{\"type\": \"Sequence\", \"pretokenizers\": []}",
                "{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<|nobody|>\", \"type_id\": 0}}, {\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}], \"pair\": [], \"special_tokens\": {}}",
                "{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<|bos|>\", \"type_id\": 0}}, {\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}], \"pair\": [{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}, {\"Sequence\": {\"id\": \"B\", \"type_id\": 0}}], \"special_tokens\": {\"<|bos|>\": {\"id\": \"<|bos|>\", \"ids\": [%s], \"tokens\": [\"<|bos|>\"]}}}"
                        .formatted(Draw.one(random, "1", "5000", "-1", "4294967297")),
                "{\"type\": \"BPE\", \"vocab\": {}, \"merges\": []}",
                "{\"type\": \"Unigram\", \"vocab\": [[\"a\", -1.0]], \"unk_id\": 7}",
                "{\"type\": \"WordLevel\", \"vocab\": {\"a\": 0}, \"unk_token\": \"?\"}",
                "[{\"id\": 5000, \"content\": \"<|far|>\", \"single_word\": false, \"lstrip\": false, \"rstrip\": false, \"normalized\": false, \"special\": true}]",
                "[{\"id\": 1, \"content\": \"an\", \"single_word\": false, \"lstrip\": false, \"rstrip\": false, \"normalized\": false, \"special\": true}]",
                "[{\"content\": \"<|bos|>\"}]");
        return mutation(
                "%s is %s".formatted(part, raw.length() > 120 ? raw.substring(0, 120) + "…" : raw),
                TOKENIZER,
                OddJson.with(tokenizer, OddJson.place(part), raw),
                Allowed.ANYTHING);
    }

    private Mutation otherType(Random random, ObjectNode tokenizer) {
        List<JsonPointer> places = OddJson.members(tokenizer).stream()
                .filter(place -> !place.toString().startsWith("/model/vocab/"))
                .toList();
        JsonPointer place = Draw.one(random, places);
        if (random.nextInt(4) == 0) {
            return mutation(place + " left out", TOKENIZER, OddJson.without(tokenizer, place), Allowed.ANYTHING);
        }
        String raw = OddJson.ofAnotherType(random, tokenizer.at(place));
        return mutation(
                "%s is %s".formatted(place, raw), TOKENIZER, OddJson.with(tokenizer, place, raw), Allowed.ANYTHING);
    }

    private Mutation settings(Random random) {
        ObjectNode settings = OddJson.object(base.files().text(SETTINGS));
        String key = Draw.one(random, "bos_token", "eos_token", "pad_token");
        String raw = Draw.one(
                random,
                "\"<|nobody|>\"",
                "1",
                "true",
                "[]",
                "[\"<|bos|>\"]",
                "{}",
                "{\"content\": 1}",
                "{\"content\": \"<|nobody|>\"}",
                "\"\"",
                "\"a b\"");
        return mutation(
                "%s is %s".formatted(key, raw),
                SETTINGS,
                OddJson.with(settings, OddJson.place(key), raw),
                raw.equals("[]") || raw.equals("{}") || raw.equals("\"\"")
                        ? Allowed.ANYTHING
                        : Allowed.TOLD_OR_REFUSED);
    }

    private Mutation template(Random random) {
        ObjectNode settings = OddJson.object(base.files().text(SETTINGS));
        String template = Draw.one(
                random,
                "{% for %}",
                "{{ messages[0]['content'] }}",
                "{{ nothing.at.all }}",
                "{{ raise_exception('no') }}",
                "{% for m in messages %}{{ m.content }}",
                "{% for i in range(100000000) %}x{% endfor %}",
                "{{ 'x' * 100000000 }}",
                "{{ messages }}",
                "",
                "{% include '/etc/passwd' %}",
                "{{ ''.__class__.__mro__ }}",
                "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
                "{{ 1 / 0 }}",
                "{{ messages | nonsense }}",
                "plain text");
        String raw = random.nextInt(5) == 0
                ? Draw.one(random, "1", "null", "[]", "{}", "[{\"name\": \"default\"}]")
                : OddJson.write(new com.fasterxml.jackson.databind.node.TextNode(template));
        return mutation(
                "chat_template is " + raw,
                SETTINGS,
                OddJson.with(settings, OddJson.place("chat_template"), raw),
                Allowed.ANYTHING);
    }

    private Mutation ends(Random random) {
        ObjectNode generation = OddJson.object(base.files().text(GENERATION));
        String key = Draw.one(random, "eos_token_id", "bos_token_id", "pad_token_id");
        String raw = Draw.one(
                random,
                "5000",
                "-1",
                "\"2\"",
                "2.0",
                "2.5",
                "[2, 5000]",
                "[2, 3]",
                "[]",
                "[\"2\"]",
                "[null]",
                "null",
                "true",
                "{}",
                "4294967298",
                "273");
        return mutation(
                "%s is %s".formatted(key, raw),
                GENERATION,
                OddJson.with(generation, OddJson.place(key), raw),
                Allowed.ANYTHING);
    }

    /** Written otherwise, or with settings that each call overrules. */
    private Mutation sound(Random random, ObjectNode tokenizer) {
        if (random.nextBoolean()) {
            OddJson.Changed rewritten = OddJson.rewritten(random, tokenizer);
            return mutation(
                    rewritten.what(),
                    TOKENIZER,
                    rewritten.text(),
                    rewritten.text().startsWith("\ufeff") ? Allowed.SAME_OR_REFUSED : Allowed.SAME);
        }
        if (random.nextBoolean()) {
            tokenizer
                    .putObject("truncation")
                    .put("direction", "Right")
                    .put("max_length", 3)
                    .put("strategy", "LongestFirst")
                    .put("stride", 0);
            return mutation("truncation to 3 tokens is on", TOKENIZER, OddJson.write(tokenizer), Allowed.SAME);
        }
        tokenizer
                .putObject("padding")
                .put("direction", "Left")
                .put("pad_to_multiple_of", 8)
                .put("pad_id", 0)
                .put("pad_type_id", 0)
                .put("pad_token", "<|pad|>")
                .put("strategy", "BatchLongest");
        return mutation("padding to eights is on", TOKENIZER, OddJson.write(tokenizer), Allowed.SAME);
    }

    private Mutation whole(Random random, ObjectNode tokenizer) {
        String file = Draw.one(
                random, TOKENIZER, TOKENIZER, SETTINGS, GENERATION, "special_tokens_map.json", "chat_template.jinja");
        return switch (random.nextInt(3)) {
            case 0 -> {
                OddJson.Changed broken = OddJson.broken(
                        random, file.equals(TOKENIZER) ? OddJson.write(tokenizer) : "{\"bos_token\": \"<|bos|>\"}");
                yield mutation("%s %s".formatted(file, broken.what()), file, broken.text(), Allowed.ANYTHING);
            }
            case 1 -> {
                Bytes.Changed imposter = Bytes.imposter(random);
                yield new Mutation(
                        "%s is %s".formatted(file, imposter.what()),
                        base.files().with(file, imposter.bytes()),
                        List.of(file, "/tried"),
                        Allowed.ANYTHING);
            }
            default -> {
                byte[] bytes = base.files().bytes(TOKENIZER);
                Bytes.Changed accident = Bytes.accident(random, bytes, 0, bytes.length);
                yield new Mutation(
                        accident.what(),
                        base.files().with(TOKENIZER, accident.bytes()),
                        List.of(TOKENIZER),
                        Allowed.ANYTHING);
            }
        };
    }
}

package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.palimpsest.engine.model.Architecture;

/** {@code config.json}: keys left out, foreign, of other types, twice, out of bounds, and rotary settings in every place. */
final class ConfigSuite implements Suite {
    private static final String FILE = "config.json";

    private final TinyModels models;

    ConfigSuite(TinyModels models) {
        this.models = models;
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public Trial draw(Random random) {
        Architecture architecture = Draw.one(random, KnownKeys.architectures());
        Base base = models.of(architecture);
        ObjectNode config = OddJson.object(base.files().text(FILE));
        Change change =
                switch (random.nextInt(12)) {
                    case 0, 1 -> leftOut(random, base, architecture, config);
                    case 2, 3 -> foreign(random, architecture, config);
                    case 4, 5 -> otherType(random, config);
                    case 6 -> absent(random, base, config);
                    case 7 -> oddNumber(random, config);
                    case 8 -> twice(random, base, config);
                    case 9 -> RotaryChanges.draw(random, base, config);
                    case 10 -> rewritten(random, config);
                    default -> whole(random, base, config);
                };
        Mutation mutation = Mutation.of(
                base.name() + ": " + change.what, base.files().with(FILE, change.text), FILE, change.allowed);
        return new Trial(base, mutation);
    }

    /** A changed configuration. */
    record Change(String what, String text, Allowed allowed) {}

    /** A key that is not there is what the library holds for it, and nothing else. */
    private static Change leftOut(Random random, Base base, Architecture architecture, ObjectNode config) {
        Map<String, String> defaults = KnownKeys.defaults(architecture);
        String key = Draw.one(random, List.copyOf(defaults.keySet()));
        String plain = OddJson.write(config.deepCopy().without(key));
        String written = OddJson.with(config, OddJson.place(key), defaults.get(key));
        return new Change(
                "\"%s\" left out".formatted(key),
                plain,
                Allowed.like(base.files().with(FILE, written)));
    }

    private static Change foreign(Random random, Architecture architecture, ObjectNode config) {
        Map<String, String> foreign = KnownKeys.foreign(architecture);
        String key = Draw.one(random, List.copyOf(foreign.keySet()));
        String raw = foreign.get(key);
        return new Change(
                "\"%s\": %s, which it does not know".formatted(key, raw),
                OddJson.with(config, OddJson.place(key), raw),
                Allowed.SAME_OR_REFUSED);
    }

    private static Change otherType(Random random, ObjectNode config) {
        JsonPointer place = Draw.one(random, OddJson.members(config));
        String raw = OddJson.ofAnotherType(random, config.at(place));
        return new Change("%s is %s".formatted(place, raw), OddJson.with(config, place, raw), Allowed.SAME_OR_REFUSED);
    }

    /** Null is a way to say that something is not there. */
    private static Change absent(Random random, Base base, ObjectNode config) {
        JsonPointer place = Draw.one(random, OddJson.members(config));
        Specimen without = base.files().with(FILE, OddJson.without(config, place));
        if (random.nextBoolean()) {
            return new Change("%s left out".formatted(place), without.text(FILE), Allowed.ANYTHING);
        }
        // Where a default is a number, null is a value of its own: no window, no cap.
        boolean value = place.toString().matches("/(sliding_window|.*_softcapping)");
        return new Change(
                "%s is null".formatted(place),
                OddJson.with(config, place, "null"),
                value ? Allowed.ANYTHING : Allowed.like(without, base.files()));
    }

    private static Change oddNumber(Random random, ObjectNode config) {
        List<JsonPointer> numbers = OddJson.members(config).stream()
                .filter(place -> config.at(place).isNumber())
                .toList();
        JsonPointer place = Draw.one(random, numbers);
        String raw = OddJson.oddNumber(random);
        return new Change("%s is %s".formatted(place, raw), OddJson.with(config, place, raw), Allowed.ANYTHING);
    }

    /** Of two, the reference library takes the last. */
    private static Change twice(Random random, Base base, ObjectNode config) {
        JsonPointer place = Draw.one(random, OddJson.members(config));
        JsonNode value = config.at(place);
        String raw =
                value.isIntegralNumber() ? Long.toString(value.asLong() + 1) : OddJson.ofAnotherType(random, value);
        return new Change(
                "%s twice, the second time %s".formatted(place, raw),
                OddJson.twice(config, place, raw),
                Allowed.like(base.files().with(FILE, OddJson.with(config, place, raw))));
    }

    private static Change rewritten(Random random, ObjectNode config) {
        OddJson.Changed rewritten = OddJson.rewritten(random, config);
        boolean mark = rewritten.text().startsWith("\ufeff");
        return new Change(rewritten.what(), rewritten.text(), mark ? Allowed.SAME_OR_REFUSED : Allowed.SAME);
    }

    private static Change whole(Random random, Base base, ObjectNode config) {
        String text = OddJson.write(config);
        return switch (random.nextInt(4)) {
            case 0 -> {
                String other =
                        Draw.one(random, "llama", "gpt2", "bert", "t5", "mamba", "mixtral", "deepseek_v3", "LLAMA", "");
                boolean same = other.equals(config.path("model_type").asText());
                yield new Change(
                        "model_type \"%s\"".formatted(other),
                        OddJson.with(config, OddJson.place("model_type"), "\"" + other + "\""),
                        same ? Allowed.SAME : Allowed.ANYTHING);
            }
            case 1 -> {
                String raw = Draw.one(
                        random,
                        "[]",
                        "[\"LlamaForSequenceClassification\"]",
                        "[\"BertModel\"]",
                        "\"LlamaForCausalLM\"",
                        "null",
                        "[\"LlamaForCausalLM\",\"GPT2LMHeadModel\"]",
                        "[1]",
                        "{}");
                yield new Change(
                        "architectures is " + raw,
                        OddJson.with(config, OddJson.place("architectures"), raw),
                        Allowed.SAME_OR_REFUSED);
            }
            case 2 -> {
                Bytes.Changed imposter = Bytes.imposter(random);
                yield new Change(
                        imposter.what() + " instead",
                        new String(imposter.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1),
                        Allowed.SAME_OR_REFUSED);
            }
            default -> {
                OddJson.Changed broken = OddJson.broken(random, text);
                yield new Change(broken.what(), broken.text(), Allowed.SAME_OR_REFUSED);
            }
        };
    }
}

package org.palimpsest.engine.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Rotary settings, wherever folders put them: sound ones that mean one thing in several forms, and ones that mean nothing. */
final class RotaryChanges {
    private static final String FILE = "config.json";
    /** Each with a part missing, of another type or out of bounds. */
    private static final List<String> UNSOUND = List.of(
            "{\"rope_type\": \"linear\"}",
            "{\"type\": \"linear\", \"factor\": \"2\"}",
            "{\"type\": \"linear\", \"factor\": -1}",
            "{\"type\": \"linear\", \"factor\": 0}",
            "{\"type\": \"linear\", \"factor\": null}",
            "{\"rope_type\": \"dynamic\"}",
            "{\"rope_type\": \"yarn\"}",
            "{\"rope_type\": \"yarn\", \"factor\": \"4\"}",
            "{\"rope_type\": \"llama3\", \"factor\": 8}",
            "{\"rope_type\": \"llama3\", \"factor\": 8, \"low_freq_factor\": 1, \"original_max_position_embeddings\": 32}",
            "{\"rope_type\": \"longrope\", \"short_factor\": [1], \"long_factor\": [1]}",
            "{\"rope_type\": \"longrope\", \"short_factor\": \"1\", \"long_factor\": 2}",
            "{\"rope_type\": \"longrope\"}",
            "{\"type\": \"su2\", \"factor\": 2}",
            "{\"rope_type\": 3}",
            "{\"rope_type\": null, \"factor\": 2}",
            "{\"factor\": 2}",
            "{\"rope_type\": \"linear\", \"factor\": [2]}",
            "\"linear\"",
            "[\"linear\", 2]",
            "true",
            "2");

    private RotaryChanges() {}

    static ConfigSuite.Change draw(Random random, Base base, ObjectNode config) {
        return switch (random.nextInt(4)) {
            case 0 -> theta(random, base, config);
            case 1 -> kinds(random, base, config);
            case 2 -> {
                String key = Draw.one(random, "rope_scaling", "rope_parameters");
                String raw = Draw.one(random, UNSOUND);
                yield new ConfigSuite.Change(
                        "%s is %s".formatted(key, raw),
                        OddJson.with(config, OddJson.place(key), raw),
                        // An architecture without rotary positions has no use for either.
                        Allowed.SAME_OR_REFUSED);
            }
            default -> {
                String raw = Draw.one(random, "0", "-10000", "\"10000\"", "[10000]", "null", "1e400", "true");
                yield new ConfigSuite.Change(
                        "rope_theta is " + raw,
                        OddJson.with(config, OddJson.place("rope_theta"), raw),
                        raw.equals("null")
                                ? Allowed.like(base.files()
                                        .with(
                                                FILE,
                                                OddJson.write(config.deepCopy().without("rope_theta"))))
                                : Allowed.SAME_OR_REFUSED);
            }
        };
    }

    /** The base of the angles in its old place and in its new one. */
    private static ConfigSuite.Change theta(Random random, Base base, ObjectNode config) {
        double theta = Draw.one(random, 500.0, 10000.0, 500000.0);
        ObjectNode old = config.deepCopy().without(List.of("rope_theta", "rope_parameters", "rope_scaling"));
        ObjectNode newer = old.deepCopy();
        old.put("rope_theta", theta);
        newer.putObject("rope_parameters").put("rope_type", "default").put("rope_theta", theta);
        return new ConfigSuite.Change(
                "rope_theta %s within rope_parameters".formatted(theta),
                OddJson.write(newer),
                several(config) ? Allowed.ANYTHING : Allowed.like(base.files().with(FILE, OddJson.write(old))));
    }

    /** Whether an architecture has angles of more than one kind, or other names for theirs, so that these forms say different things. */
    private static boolean several(ObjectNode config) {
        return config.path("model_type").asText().matches("gemma3.*|gpt_neox");
    }

    /** One stretching of positions under the names of several versions. */
    private static ConfigSuite.Change kinds(Random random, Base base, ObjectNode config) {
        String kind = Draw.one(random, "linear", "dynamic", "yarn");
        double theta = config.path("rope_theta").asDouble(10000);
        ObjectNode plain = config.deepCopy().without(List.of("rope_theta", "rope_parameters", "rope_scaling"));
        ObjectNode first = plain.deepCopy();
        first.put("rope_theta", theta)
                .putObject("rope_scaling")
                .put("type", kind)
                .put("factor", 2.0);
        ObjectNode second = plain.deepCopy();
        second.put("rope_theta", theta)
                .putObject("rope_scaling")
                .put("rope_type", kind)
                .put("factor", 2);
        ObjectNode third = plain.deepCopy();
        third.putObject("rope_parameters")
                .put("rope_type", kind)
                .put("factor", 2.0)
                .put("rope_theta", theta);
        ObjectNode shown = random.nextBoolean() ? second : third;
        return new ConfigSuite.Change(
                "%s of factor 2 as %s".formatted(kind, shown == second ? "rope_type" : "rope_parameters"),
                OddJson.write(shown),
                several(config) ? Allowed.ANYTHING : Allowed.like(base.files().with(FILE, OddJson.write(first))));
    }
}

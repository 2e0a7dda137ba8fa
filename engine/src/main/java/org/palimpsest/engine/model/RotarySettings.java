package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a configuration says how positions are rotated: in {@code rope_parameters}, in {@code rope_scaling} or at the top, or for
 * each type of layer apart.
 */
final class RotarySettings {
    private static final String SCALING = "rope_scaling";
    private static final String PARAMETERS = "rope_parameters";
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    /** Architectures that rotate a share of a head; with plain rotations the others leave a stated share unread. */
    private static final Set<Architecture> PARTIAL =
            Set.of(Architecture.PHI, Architecture.PHI3, Architecture.GPT_NEOX, Architecture.STABLELM);

    /** Architectures that round an odd number of rotated dimensions up. */
    private static final Set<Architecture> ROUNDING = Set.of(Architecture.PHI3, Architecture.GPT_NEOX);

    private final ConfigFile file;
    private final Architecture architecture;
    private final ConfigValues values;
    private final Dimensions dimensions;

    RotarySettings(ConfigFile file, Architecture architecture, ConfigValues values, Dimensions dimensions) {
        this.file = file;
        this.architecture = architecture;
        this.values = values;
        this.dimensions = dimensions;
    }

    /** The rotations of the layers: none, one, or that of layers that see everything and that of those with a window. */
    List<Rope> ropes() throws ModelException {
        if (architecture.learnedPositions()) {
            return List.of();
        }
        return switch (architecture) {
            case GPTJ -> List.of(neighbours());
            case GEMMA3 -> List.of(full(), sliding());
            default -> List.of(rope(place(), values.number(ConfigKey.THETA)));
        };
    }

    /** Rotations whose base grows with the sequence are made for sequences longer than the file's context, by their factor. */
    Dimensions stretched(Dimensions plain) throws ModelException {
        int context = plain.context();
        for (Rope rope : ropes()) {
            if (rope.longer() instanceof Rope.Growing growing) {
                context = Math.max(context, (int) Math.min(Integer.MAX_VALUE, growing.factor() * growing.beyond()));
            }
        }
        return new Dimensions(
                plain.vocabulary(),
                plain.embedding(),
                plain.hidden(),
                plain.layers(),
                plain.heads(),
                plain.keyValueHeads(),
                plain.headSize(),
                plain.intermediate(),
                context);
    }

    private Rope neighbours() throws ModelException {
        int rotated = values.integer(ConfigKey.ROTATED);
        if (rotated % 2 != 0 || rotated > dimensions.headSize()) {
            throw file.refusal("%s is %d; an even number up to the width of a head, %d, can be rotated"
                    .formatted(file.named(values.name(ConfigKey.ROTATED)), rotated, dimensions.headSize()));
        }
        return new Rope(Rope.powers(10_000, rotated), 1, true, null);
    }

    /** The object with the settings that hold for all layers; the whole file where there is none. */
    private ConfigFile place() throws ModelException {
        for (String key : List.of(SCALING, PARAMETERS)) {
            if (stated(file, key)) {
                ConfigFile settings = file.object(key);
                if (settings.get(FULL).isObject() || settings.get(SLIDING).isObject()) {
                    throw file.refusal(
                            "%s has settings by type of layer, which %s does not have; give one set of settings"
                                    .formatted(file.named(key), architecture.className()));
                }
                return settings;
            }
        }
        return file.nothing(PARAMETERS);
    }

    private Rope full() throws ModelException {
        double theta = values.number(ConfigKey.THETA);
        if (stated(file, SCALING)) {
            ConfigFile scaling = file.object(SCALING);
            ConfigFile own = typed(FULL);
            double base = own.states("rope_theta")
                    ? own.get("rope_theta", ConfigKey.Kind.NUMBER).doubleValue()
                    : theta;
            return rope(scaling, base);
        }
        return rope(typed(FULL), theta);
    }

    private Rope sliding() throws ModelException {
        return rope(typed(SLIDING), values.number(ConfigKey.THETA_WINDOWED));
    }

    /** The settings of a type of layer; settings that are not by type are not read, as in the reference library. */
    private ConfigFile typed(String type) throws ModelException {
        if (!file.states(PARAMETERS)) {
            return file.nothing(PARAMETERS);
        }
        ConfigFile parameters = file.object(PARAMETERS);
        return parameters.states(type) ? parameters.object(type) : parameters.nothing(type);
    }

    private static boolean stated(ConfigFile file, String key) throws ModelException {
        return file.states(key) && !(file.get(key).isObject() && file.get(key).isEmpty());
    }

    private Rope rope(ConfigFile settings, double standardTheta) throws ModelException {
        RopeType.Reader reader = new RopeType.Reader(settings);
        double theta = reader.positive("rope_theta").orElse(standardTheta);
        if (!(theta > 0)) {
            throw file.refusal("the base of the rotations is %s, but must be above 0".formatted(theta));
        }
        RopeType type = type(settings);
        int rotated = rotated(settings, type);
        return type.rope(new RopeType.Base(theta, rotated, dimensions.context(), originalContext(settings)), reader);
    }

    private RopeType type(ConfigFile settings) throws ModelException {
        String key = settings.states("rope_type") ? "rope_type" : "type";
        String name =
                settings.states(key) ? settings.get(key, ConfigKey.Kind.NAME).textValue() : "default";
        boolean phi3 = architecture == Architecture.PHI3;
        // Phi-3's own files call its one way of stretching by older names.
        String meant = phi3 && (name.equals("su") || name.equals("yarn")) ? "longrope" : name;
        Optional<RopeType> type = RopeType.of(meant);
        if (type.isEmpty() || (phi3 && type.get() != RopeType.DEFAULT && type.get() != RopeType.LONGROPE)) {
            throw file.refusal("rope type \"%s\" (%s) is not supported; supported are %s"
                    .formatted(name, settings.named(key), phi3 ? "default, longrope" : RopeType.known()));
        }
        return type.get();
    }

    /** How many of a head's leading dimensions are rotated. */
    private int rotated(ConfigFile settings, RopeType type) throws ModelException {
        String key = "partial_rotary_factor";
        boolean inside = settings.states(key);
        ConfigFile place = inside ? settings : file;
        String name = inside ? key : values.name(ConfigKey.ROTATED_SHARE);
        double share = inside
                ? settings.get(key, ConfigKey.Kind.NUMBER).doubleValue()
                : values.optionalNumber(ConfigKey.ROTATED_SHARE).orElse(1.0);
        int head = architecture == Architecture.GPT_NEOX
                ? values.optionalInteger(ConfigKey.HEAD_SIZE).orElse(dimensions.headSize())
                : dimensions.headSize();
        if (!PARTIAL.contains(architecture) && type == RopeType.DEFAULT) {
            share = 1;
        }
        if (!(share >= 0 && share <= 1)) {
            throw place.wrong(name, "a number from 0 to 1", place.get(name));
        }
        int rotated = (int) (head * share);
        if (!PARTIAL.contains(architecture) && rotated != head) {
            throw file.refusal(
                    "%s is %s, but %s rotates whole heads when its positions are stretched (rope type \"%s\")"
                            .formatted(place.named(name), share, architecture.className(), type.word()));
        }
        boolean whole =
                (rotated % 2 == 0 || ROUNDING.contains(architecture)) && (rotated + 1) / 2 * 2 <= dimensions.headSize();
        if (!whole) {
            throw file.refusal("%d dimensions of a head would be rotated (%s, heads %d wide), but pairs are"
                    .formatted(rotated, place.named(name), head));
        }
        return rotated;
    }

    /** What is said at the top wins, as in the reference library. */
    private int originalContext(ConfigFile settings) throws ModelException {
        Optional<Integer> top = values.optionalInteger(ConfigKey.ORIGINAL_CONTEXT);
        if (top.isPresent()) {
            return top.get();
        }
        String key = "original_max_position_embeddings";
        JsonNode own = settings.states(key) ? settings.get(key, ConfigKey.Kind.SIZE) : null;
        return own == null ? dimensions.context() : own.intValue();
    }
}

package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** In what the layers of a decoder differ: windows, rotations and the scale of scores. */
final class LayerSettings {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private final ConfigFile file;
    private final Architecture architecture;
    private final ConfigValues values;
    private final Dimensions dimensions;

    LayerSettings(ConfigFile file, Architecture architecture, ConfigValues values, Dimensions dimensions) {
        this.file = file;
        this.architecture = architecture;
        this.values = values;
        this.dimensions = dimensions;
    }

    /** @param ropes the rotations; where there are two, the second is that of layers with a window */
    List<LayerForm> forms(List<Rope> ropes) throws ModelException {
        List<Boolean> sliding = sliding();
        int window = sliding.contains(true) ? window() : 0;
        List<Boolean> rotated = rotated();
        double scale = scale();
        boolean byLayer = values.flag(ConfigKey.SCALED_BY_LAYER);
        List<LayerForm> forms = new ArrayList<>();
        for (int layer = 0; layer < dimensions.layers(); layer++) {
            int rope = ropes.size() > 1 && sliding.get(layer) ? 1 : 0;
            boolean turns =
                    !ropes.isEmpty() && rotated.get(layer) && ropes.get(rope).pairs() > 0;
            forms.add(new LayerForm(
                    sliding.get(layer) ? window : 0, byLayer ? scale / (layer + 1) : scale, turns ? rope : -1));
        }
        return forms;
    }

    private double scale() throws ModelException {
        Optional<Double> stated = values.optionalNumber(ConfigKey.ATTENTION_SCALE);
        if (stated.isPresent()) {
            return stated.get();
        }
        if (!values.flag(ConfigKey.SCALED, true)) {
            return 1;
        }
        return 1 / Math.sqrt(values.positive(ConfigKey.QUERY_SCALAR).orElse((double) dimensions.headSize()));
    }

    private int window() throws ModelException {
        return values.optionalInteger(ConfigKey.WINDOW)
                .orElseThrow(() -> file.refusal("%s is null, but layers are \"%s\"; say how many positions they see"
                        .formatted(file.named(values.name(ConfigKey.WINDOW)), SLIDING)));
    }

    private List<Boolean> sliding() throws ModelException {
        return switch (architecture) {
            case MISTRAL, PHI3 -> {
                boolean windowed = values.optionalInteger(ConfigKey.WINDOW).isPresent();
                yield each(layer -> windowed);
            }
            case QWEN2, QWEN3 -> {
                boolean used = values.flag(ConfigKey.USE_WINDOW)
                        && values.optionalInteger(ConfigKey.WINDOW).isPresent();
                int first = values.integer(ConfigKey.FIRST_WINDOWED);
                List<Boolean> sliding = typed().orElseGet(() -> each(layer -> used && layer >= first));
                if (sliding.contains(true) && !used) {
                    throw file.refusal("%s has \"%s\" layers, but %s or %s says that there is no window"
                            .formatted(
                                    file.named(values.name(ConfigKey.LAYER_TYPES)),
                                    SLIDING,
                                    file.named(values.name(ConfigKey.USE_WINDOW)),
                                    file.named(values.name(ConfigKey.WINDOW))));
                }
                yield sliding;
            }
            case SMOLLM3 -> {
                boolean used = values.flag(ConfigKey.USE_WINDOW)
                        && values.optionalInteger(ConfigKey.WINDOW).isPresent();
                List<Boolean> rotated = rotated();
                yield typed().orElseGet(() -> each(layer -> used && !rotated.get(layer)));
            }
            case GEMMA2 -> typed().orElseGet(() -> each(layer -> layer % 2 == 0));
            case GEMMA3 -> {
                int pattern = values.integer(ConfigKey.WINDOW_PATTERN);
                yield typed().orElseGet(() -> each(layer -> (layer + 1) % pattern != 0));
            }
            case GPT_NEO -> local();
            default -> each(layer -> false);
        };
    }

    /** What a list of layer types says, if there is one. */
    private Optional<List<Boolean>> typed() throws ModelException {
        Optional<JsonNode> list = values.list(ConfigKey.LAYER_TYPES);
        return list.isEmpty() ? Optional.empty() : Optional.of(words(ConfigKey.LAYER_TYPES, list.get(), SLIDING, FULL));
    }

    private List<Boolean> local() throws ModelException {
        Optional<JsonNode> layers = values.list(ConfigKey.GLOBAL_OR_LOCAL);
        if (layers.isPresent()) {
            return words(ConfigKey.GLOBAL_OR_LOCAL, layers.get(), "local", "global");
        }
        List<JsonNode> words = new ArrayList<>();
        Optional<JsonNode> types = values.list(ConfigKey.GLOBAL_OR_LOCAL_REPEATED);
        if (types.isEmpty()) {
            return each(layer -> layer % 2 == 1);
        }
        for (JsonNode type : types.get()) {
            boolean wellFormed = type.size() == 2
                    && type.get(0).isArray()
                    && !type.get(0).isEmpty()
                    && type.get(1).isIntegralNumber()
                    && type.get(1).canConvertToInt()
                    && type.get(1).intValue() >= 0;
            if (!wellFormed) {
                throw file.wrong(
                        values.name(ConfigKey.GLOBAL_OR_LOCAL_REPEATED),
                        "a list of pairs such as [[\"global\", \"local\"], 12]",
                        types.get());
            }
            for (int i = 0; i < type.get(1).intValue() && words.size() <= dimensions.layers(); i++) {
                type.get(0).forEach(words::add);
            }
        }
        return words(ConfigKey.GLOBAL_OR_LOCAL_REPEATED, words, "local", "global");
    }

    /** For each layer whether it is the first of two words. */
    private List<Boolean> words(ConfigKey key, Iterable<JsonNode> list, String yes, String no) throws ModelException {
        List<Boolean> layers = new ArrayList<>();
        for (JsonNode word : list) {
            if (!word.asText().equals(yes) && !word.asText().equals(no)) {
                throw file.refusal("%s has a layer %s; known are \"%s\" and \"%s\""
                        .formatted(file.named(values.name(key)), ConfigFile.shortened(word.toString()), yes, no));
            }
            layers.add(word.asText().equals(yes));
        }
        requireOneEach(key, layers.size());
        return layers;
    }

    private List<Boolean> rotated() throws ModelException {
        Optional<JsonNode> list = values.list(ConfigKey.ROTATED_LAYERS);
        if (list.isEmpty()) {
            int interval = values.optionalInteger(ConfigKey.UNROTATED_INTERVAL).orElse(0);
            return each(layer -> interval == 0 || (layer + 1) % interval != 0);
        }
        List<Boolean> rotated = new ArrayList<>();
        for (JsonNode number : list.get()) {
            if (!number.isIntegralNumber()) {
                throw file.wrong(values.name(ConfigKey.ROTATED_LAYERS), "a list of 0 and 1", list.get());
            }
            rotated.add(number.asLong() != 0);
        }
        requireOneEach(ConfigKey.ROTATED_LAYERS, rotated.size());
        return rotated;
    }

    private void requireOneEach(ConfigKey key, int found) throws ModelException {
        if (found != dimensions.layers()) {
            throw file.refusal("%s speaks of %s layers, but %s is %d"
                    .formatted(
                            file.named(values.name(key)),
                            found > dimensions.layers() ? "more" : "" + found,
                            file.named(values.name(ConfigKey.LAYERS)),
                            dimensions.layers()));
        }
    }

    private interface Choice {
        boolean of(int layer);
    }

    private List<Boolean> each(Choice choice) {
        return IntStream.range(0, dimensions.layers()).mapToObj(choice::of).toList();
    }
}

package org.palimpsest.engine.model;

import static org.palimpsest.engine.model.ConfigKey.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code config.json}: what {@link ConfigKeys} lists for its architecture, and nothing else. */
final class ConfigReader {
    /** Without these a file is no configuration but a piece of one; only the text part of a larger model leaves them to defaults. */
    private static final List<ConfigKey> STATED = List.of(VOCABULARY, HIDDEN, LAYERS, HEADS);

    /** Far above what there is, and low enough that what is computed of them fits 32 bits. */
    private static final int MOST_LAYERS = 10_000;

    private static final int MOST_WIDE = 100_000_000;
    private static final int MOST_POSITIONS = 1_000_000_000;

    private final ConfigFile file;
    private final Architecture architecture;
    private final ConfigValues values;

    private ConfigReader(ConfigFile file, Architecture architecture) {
        this.file = file;
        this.architecture = architecture;
        this.values = new ConfigValues(file, architecture);
    }

    /** @throws ModelException if the file is no configuration of a decoder that can be opened; the message says why */
    static DecoderConfig read(Path path) throws ModelException {
        ModelKind kind = ModelKind.of(ConfigFile.read(path));
        ConfigReader reader = new ConfigReader(kind.decoder(), kind.architecture());
        DecoderConfig config = reader.config(kind.textPart());
        return kind.textPart() ? kind.ofWhole(config) : config;
    }

    private DecoderConfig config(boolean textPart) throws ModelException {
        values.requireKinds();
        values.requireNothingForeign();
        if (!textPart) {
            for (ConfigKey key : STATED) {
                if (!values.states(key)) {
                    throw new ModelException("%s has no %s".formatted(file.file(), file.named(values.name(key))));
                }
            }
        }
        Dimensions dimensions = dimensions();
        RotarySettings rotary = new RotarySettings(file, architecture, values, dimensions);
        List<Rope> ropes = rotary.ropes();
        return new DecoderConfig(
                architecture,
                rotary.stretched(dimensions),
                block(),
                attention(dimensions, ropes),
                scales(dimensions),
                ropes,
                paddingId(dimensions.vocabulary()),
                values.flag(TIED));
    }

    private Dimensions dimensions() throws ModelException {
        Dimensions dimensions = stated();
        requireAtMost(MOST_LAYERS, ConfigKey.LAYERS, dimensions.layers());
        requireAtMost(MOST_WIDE, HIDDEN, dimensions.hidden());
        requireAtMost(MOST_WIDE, HEADS, (long) dimensions.heads() * dimensions.headSize());
        requireAtMost(MOST_WIDE, INTERMEDIATE, dimensions.intermediate());
        requireAtMost(MOST_POSITIONS, CONTEXT, dimensions.context());
        return dimensions;
    }

    private void requireAtMost(int most, ConfigKey key, long asked) throws ModelException {
        if (asked > most) {
            throw file.refusal(
                    "%s asks for %d; no model has more than %d".formatted(file.named(values.name(key)), asked, most));
        }
    }

    private Dimensions stated() throws ModelException {
        int hidden = values.integer(HIDDEN);
        int heads = values.integer(HEADS);
        int keyValueHeads = values.optionalInteger(KEY_VALUE_HEADS).orElse(heads);
        if (heads % keyValueHeads != 0) {
            String keyValueKey = values.name(KEY_VALUE_HEADS);
            throw file.refusal("%s %d is not a multiple of %s %d"
                    .formatted(file.named(values.name(HEADS)), heads, file.named(keyValueKey), keyValueHeads));
        }
        return new Dimensions(
                values.integer(VOCABULARY),
                values.optionalInteger(EMBEDDING).orElse(hidden),
                hidden,
                values.integer(ConfigKey.LAYERS),
                heads,
                keyValueHeads,
                headSize(hidden, heads),
                values.optionalInteger(INTERMEDIATE).orElse(4 * hidden),
                values.integer(CONTEXT));
    }

    private int headSize(int hidden, int heads) throws ModelException {
        Optional<Integer> stated = values.optionalInteger(HEAD_SIZE);
        boolean derived = architecture == Architecture.GPT_NEOX || architecture == Architecture.STABLELM;
        if (stated.isPresent() && !derived) {
            return stated.get();
        }
        // GPT-NeoX rotates a share of what is stated here, whatever the width of its heads.
        if (stated.isPresent() && architecture == Architecture.STABLELM && stated.get() != hidden / heads) {
            throw file.refusal("%s is %d, but heads of %s are %s / %s = %d wide"
                    .formatted(
                            file.named(values.name(HEAD_SIZE)),
                            stated.get(),
                            architecture.className(),
                            file.named(values.name(HIDDEN)),
                            file.named(values.name(HEADS)),
                            hidden / heads));
        }
        if (hidden % heads != 0) {
            throw file.refusal("%s %d is not a multiple of %s %d"
                    .formatted(file.named(values.name(HIDDEN)), hidden, file.named(values.name(HEADS)), heads));
        }
        return hidden / heads;
    }

    private BlockForm block() throws ModelException {
        double epsilon = values.number(EPSILON);
        if (epsilon < 0) {
            throw file.wrong(values.name(EPSILON), "a number not below 0", file.get(values.name(EPSILON)));
        }
        boolean normFirst = values.flag(NORM_FIRST, true);
        return new BlockForm(
                values.flag(NORM_WEIGHTS, true) ? architecture.norm : Architecture.Norm.LAYER_PLAIN,
                epsilon,
                residual(normFirst),
                normFirst && !values.flag(NO_FINAL_NORM),
                activation(),
                values.flag(FEED_FORWARD_BIAS));
    }

    private Architecture.Residual residual(boolean normFirst) throws ModelException {
        if (!normFirst) {
            return Architecture.Residual.NORM_OF_SUM;
        }
        return switch (architecture) {
            case GPT_NEOX -> values.flag(PARALLEL) ? architecture.residual : Architecture.Residual.SEQUENTIAL;
            case STABLELM -> values.flag(PARALLEL) ? Architecture.Residual.PARALLEL_ONE_NORM : architecture.residual;
            default -> architecture.residual;
        };
    }

    private String activation() throws ModelException {
        String name = values.word(ACTIVATION);
        return Activations.section(name)
                .orElseThrow(() -> file.refusal("%s names the activation \"%s\"; known are %s"
                        .formatted(file.named(values.name(ACTIVATION)), name, Activations.known())));
    }

    private AttentionForm attention(Dimensions dimensions, List<Rope> ropes) throws ModelException {
        boolean bias = values.flag(ATTENTION_BIAS);
        return new AttentionForm(
                bias,
                values.flag(OUTPUT_BIAS, bias),
                headNorm(),
                values.positive(CLIP).orElse(0.0),
                values.positive(ATTENTION_SOFTCAP).orElse(0.0),
                new LayerSettings(file, architecture, values, dimensions).forms(ropes));
    }

    private AttentionForm.HeadNorm headNorm() throws ModelException {
        return switch (architecture) {
            case QWEN3, GEMMA3 -> AttentionForm.HeadNorm.SHARED;
            case OLMO2 -> AttentionForm.HeadNorm.WHOLE;
            case PHI -> values.flag(HEAD_NORM) ? AttentionForm.HeadNorm.SHARED : AttentionForm.HeadNorm.NONE;
            case STABLELM -> values.flag(HEAD_NORM) ? AttentionForm.HeadNorm.EACH : AttentionForm.HeadNorm.NONE;
            default -> AttentionForm.HeadNorm.NONE;
        };
    }

    private Scales scales(Dimensions dimensions) throws ModelException {
        boolean gemma = architecture.norm == Architecture.Norm.RMS_PLUS_ONE;
        return new Scales(
                gemma
                        ? (float) Math.sqrt(dimensions.hidden())
                        : values.optionalNumber(EMBEDDING_SCALE).orElse(1.0),
                values.optionalNumber(RESIDUAL_SCALE).orElse(1.0),
                values.positive(LOGIT_DIVISOR).orElse(1.0),
                values.positive(LOGIT_SOFTCAP).orElse(0.0));
    }

    /** An id outside the vocabulary, such as −1, names no padding token. */
    private int paddingId(int vocabulary) throws ModelException {
        int id = values.optionalInteger(PADDING).orElse(-1);
        return id < 0 || id >= vocabulary ? -1 : id;
    }
}

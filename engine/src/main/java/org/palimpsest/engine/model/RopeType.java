package org.palimpsest.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ways of stretching rotations to longer contexts, by the names that configurations use. */
enum RopeType {
    DEFAULT {
        @Override
        Rope rope(Base base, Reader settings) {
            return Rope.of(base.theta(), base.dimensions());
        }
    },
    /** All frequencies divided by a factor. */
    LINEAR {
        @Override
        Rope rope(Base base, Reader settings) throws ModelException {
            double factor = settings.required("factor");
            return new Rope(
                    base.frequencies().stream()
                            .map(frequency -> frequency / factor)
                            .toList(),
                    1,
                    false,
                    null);
        }
    },
    /** A base that grows once a sequence is longer than the context. */
    DYNAMIC {
        @Override
        Rope rope(Base base, Reader settings) throws ModelException {
            double factor = settings.required("factor");
            Rope.Longer longer = new Rope.Growing(base.context(), base.theta(), base.dimensions(), factor);
            return new Rope(base.frequencies(), 1, false, longer);
        }
    },
    /** YaRN (Peng et al. 2023, arXiv 2309.00071): low frequencies divided by a factor, high ones left, a ramp between. */
    YARN {
        @Override
        Rope rope(Base base, Reader settings) throws ModelException {
            double factor = settings.nullable("factor").orElse(base.context() / (double) base.original());
            double magnitude = settings.positive("attention_factor").orElse(yarnMagnitude(factor, settings));
            double fast = settings.positive("beta_fast").orElse(32.0);
            double slow = settings.positive("beta_slow").orElse(1.0);
            boolean whole = settings.flag("truncate", true);
            double low = turning(fast, base);
            double high = turning(slow, base);
            double from = Math.max(whole ? Math.floor(low) : low, 0);
            double to = Math.min(whole ? Math.ceil(high) : high, base.dimensions() - 1.0);
            double width = from == to ? 0.001 : to - from;
            List<Double> plain = base.frequencies();
            List<Double> frequencies = IntStream.range(0, plain.size())
                    .mapToObj(i -> {
                        double stretched = Math.max(0, Math.min(1, (i - from) / width));
                        return plain.get(i) * (1 - stretched) + plain.get(i) / factor * stretched;
                    })
                    .toList();
            return new Rope(frequencies, magnitude, false, null);
        }
    },
    /** LongRoPE (Ding et al. 2024, arXiv 2402.13753): a divisor of its own for every frequency, others in long sequences. */
    LONGROPE {
        @Override
        Rope rope(Base base, Reader settings) throws ModelException {
            List<Double> plain = base.frequencies();
            List<Double> shorter = settings.factors("short_factor", plain.size());
            List<Double> longer = settings.factors("long_factor", plain.size());
            double factor = settings.positive("factor").orElse(base.context() / (double) base.original());
            double magnitude = settings.positive("attention_factor")
                    .orElse(factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(base.original())));
            Rope.Longer beyond = new Rope.Switch(base.original(), divided(plain, longer));
            return new Rope(divided(plain, shorter), magnitude, false, beyond);
        }
    },
    /** Llama 3.1: long waves stretched by a factor, short ones left, and a blend between. */
    LLAMA3 {
        @Override
        Rope rope(Base base, Reader settings) throws ModelException {
            double factor = settings.required("factor");
            double low = settings.required("low_freq_factor");
            double high = settings.required("high_freq_factor");
            List<Double> frequencies = base.frequencies().stream()
                    .map(frequency -> {
                        double wavelength = 2 * Math.PI / frequency;
                        if (wavelength < base.original() / high) {
                            return frequency;
                        }
                        if (wavelength > base.original() / low) {
                            return frequency / factor;
                        }
                        double smooth = (base.original() / wavelength - low) / (high - low);
                        return (1 - smooth) * frequency / factor + smooth * frequency;
                    })
                    .toList();
            return new Rope(frequencies, 1, false, null);
        }
    };

    /**
     * What every type starts from.
     *
     * @param theta base θ
     * @param dimensions how many of a head's leading dimensions are rotated
     * @param context positions that the model is made for
     * @param original positions that it was made for before it was stretched
     */
    record Base(double theta, int dimensions, int context, int original) {
        List<Double> frequencies() {
            return Rope.powers(theta, dimensions);
        }
    }

    /** The settings of a type, each read as what it must be. */
    record Reader(ConfigFile settings) {
        /** A number above zero that must be there. */
        double required(String key) throws ModelException {
            Optional<Double> number = positive(key);
            if (number.isEmpty()) {
                throw missing(key);
            }
            return number.get();
        }

        /** The same, where null says that it is computed. */
        Optional<Double> nullable(String key) throws ModelException {
            if (!settings.has(key)) {
                throw missing(key);
            }
            return positive(key);
        }

        /** A number above zero, if there is one. */
        Optional<Double> positive(String key) throws ModelException {
            if (!settings.states(key)) {
                return Optional.empty();
            }
            double number = settings.get(key, ConfigKey.Kind.NUMBER).doubleValue();
            if (!(number > 0)) {
                throw settings.wrong(key, "a number above 0", settings.get(key));
            }
            return Optional.of(number);
        }

        /** Any number, if there is one. */
        Optional<Double> number(String key) throws ModelException {
            return settings.states(key)
                    ? Optional.of(settings.get(key, ConfigKey.Kind.NUMBER).doubleValue())
                    : Optional.empty();
        }

        boolean flag(String key, boolean otherwise) throws ModelException {
            return settings.states(key) ? settings.get(key, ConfigKey.Kind.FLAG).booleanValue() : otherwise;
        }

        /** One number above zero for each frequency. */
        List<Double> factors(String key, int count) throws ModelException {
            if (!settings.states(key)) {
                throw missing(key);
            }
            List<Double> factors = new ArrayList<>();
            for (JsonNode number : settings.get(key, ConfigKey.Kind.LIST)) {
                if (!number.isNumber() || !(number.doubleValue() > 0)) {
                    throw settings.wrong(key, "a list of numbers above 0", number);
                }
                factors.add(number.doubleValue());
            }
            if (factors.size() != count) {
                throw settings.refusal("%s has %d numbers, but there are %d rotated pairs"
                        .formatted(settings.named(key), factors.size(), count));
            }
            return factors;
        }

        private ModelException missing(String key) {
            return settings.refusal(
                    "%s is missing, which this way of stretching positions needs".formatted(settings.named(key)));
        }
    }

    /** @throws ModelException if a setting that the type needs is missing or wrong; the message names it */
    abstract Rope rope(Base base, Reader settings) throws ModelException;

    /** The name in configurations. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RopeType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(RopeType::word).collect(Collectors.joining(", "));
    }

    /** The pair that turns so many times within the original context. */
    private static double turning(double turns, Base base) {
        return base.dimensions() * Math.log(base.original() / (turns * 2 * Math.PI)) / (2 * Math.log(base.theta()));
    }

    private static double yarnMagnitude(double factor, Reader settings) throws ModelException {
        Optional<Double> one = settings.number("mscale");
        Optional<Double> all = settings.number("mscale_all_dim");
        boolean both = one.orElse(0.0) != 0 && all.orElse(0.0) != 0;
        return both ? magnitude(factor, one.get()) / magnitude(factor, all.get()) : magnitude(factor, 1);
    }

    private static double magnitude(double factor, double scale) {
        return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
    }

    private static List<Double> divided(List<Double> frequencies, List<Double> divisors) {
        return IntStream.range(0, frequencies.size())
                .mapToObj(i -> frequencies.get(i) / divisors.get(i))
                .toList();
    }
}

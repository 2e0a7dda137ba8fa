package org.palimpsest.engine.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of one method, metric, probe or attack: every hyper-parameter of its card, with a value of the right type and range. */
public final class Settings {
    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Fills in defaults and checks what is given against the card.
     *
     * @throws SettingException if a key is unknown, a value of the wrong type or out of range, or all flags are off of which the card
     *     needs one
     */
    public static Settings of(Card card, Map<String, ?> given) {
        for (String key : given.keySet()) {
            if (card.hyperParameters().stream().noneMatch(p -> p.name().equals(key))) {
                throw SettingException.unknown(card, key);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (HyperParameter parameter : card.hyperParameters()) {
            Object value = given.containsKey(parameter.name()) ? given.get(parameter.name()) : parameter.defaultValue();
            values.put(parameter.name(), checked(card, parameter, value));
        }
        List<String> needed = card.atLeastOne();
        if (!needed.isEmpty() && needed.stream().noneMatch(name -> Boolean.TRUE.equals(values.get(name)))) {
            throw SettingException.allOff(card, needed);
        }
        return new Settings(values);
    }

    public double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    public int integer(String name) {
        return ((Number) value(name)).intValue();
    }

    public String text(String name) {
        return (String) value(name);
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** A {@link HyperParameter.Kind#CHOICE} as the constant of an enumeration, {@code token-mean} as {@code TOKEN_MEAN}. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** All values by name, in the card's order. */
    public Map<String, Object> values() {
        return values;
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the card has no hyper-parameter named " + name);
        }
        return value;
    }

    private static Object checked(Card card, HyperParameter parameter, Object value) {
        return switch (parameter.kind()) {
            case NUMBER -> inRange(card, parameter, numberOf(card, parameter, value));
            case INTEGER -> {
                double number = inRange(card, parameter, numberOf(card, parameter, value));
                if (number != Math.rint(number)) {
                    throw SettingException.type(card, parameter, "a whole number", value);
                }
                yield whole(card, parameter, number);
            }
            case FLAG -> {
                if (!(value instanceof Boolean)) {
                    throw SettingException.type(card, parameter, "true or false", value);
                }
                yield value;
            }
            case CHOICE -> {
                if (!(value instanceof String word) || !parameter.choices().contains(word)) {
                    throw SettingException.type(
                            card, parameter, "one of " + String.join(", ", parameter.choices()), value);
                }
                yield value;
            }
            case TEXT -> {
                if (!(value instanceof String)) {
                    throw SettingException.type(card, parameter, "a text", value);
                }
                yield value;
            }
        };
    }

    /** An Integer; a Long where the card allows numbers that no Integer can hold. */
    private static Object whole(Card card, HyperParameter parameter, double number) {
        if (Math.abs(number) <= Integer.MAX_VALUE) {
            return (int) number;
        }
        if (parameter.maximum() == null || parameter.maximum() <= Integer.MAX_VALUE) {
            throw SettingException.type(
                    card, parameter, "a whole number of at most " + Integer.MAX_VALUE, (long) number);
        }
        return (long) number;
    }

    private static double numberOf(Card card, HyperParameter parameter, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw SettingException.type(card, parameter, "a number", value);
    }

    private static double inRange(Card card, HyperParameter parameter, double value) {
        boolean low = parameter.minimum() != null && value < parameter.minimum();
        boolean high = parameter.maximum() != null && value > parameter.maximum();
        if (low || high || !Double.isFinite(value)) {
            throw SettingException.range(card, parameter, value);
        }
        return value;
    }
}

package org.palimpsest.engine.card;

import java.util.List;

/**
 * One setting of a method, metric, probe or attack.
 *
 * @param name the key in a recipe, in the field's words ({@code beta})
 * @param symbol the paper's symbol, for the formula ({@code β}); empty if none
 * @param kind what values look like
 * @param defaultValue a Double, Integer, String or Boolean after {@code kind}
 * @param minimum smallest number allowed, or null
 * @param maximum largest number allowed, or null; whole numbers beyond the range of an Integer are allowed only where it says so
 * @param choices the allowed words of a {@link Kind#CHOICE}, otherwise empty
 * @param meaning one sentence for a tooltip
 */
public record HyperParameter(
        String name,
        String symbol,
        Kind kind,
        Object defaultValue,
        Double minimum,
        Double maximum,
        List<String> choices,
        String meaning) {

    /** What the values of a setting look like. */
    public enum Kind {
        NUMBER,
        INTEGER,
        CHOICE,
        FLAG,
        TEXT
    }

    public HyperParameter {
        symbol = symbol == null ? "" : symbol;
        choices = choices == null ? List.of() : List.copyOf(choices);
        // JSON has one kind of number, so a default of 1 would otherwise arrive as an Integer.
        defaultValue =
                kind == Kind.NUMBER && defaultValue instanceof Number number ? number.doubleValue() : defaultValue;
    }
}

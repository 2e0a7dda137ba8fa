package org.palimpsest.engine.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A setting that its card does not allow; the message says what was found and what was expected. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;

    private SettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The offending key, so that a recipe can point at its place. */
    public String key() {
        return key;
    }

    static SettingException unknown(Card card, String key) {
        String known = card.hyperParameters().stream().map(HyperParameter::name).collect(Collectors.joining(", "));
        return new SettingException(
                key, "%s has no setting \"%s\"; it has %s".formatted(card.id(), key, known.isEmpty() ? "none" : known));
    }

    static SettingException allOff(Card card, List<String> flags) {
        return new SettingException(
                flags.get(0),
                "%s: of %s at least one must be true, but all are false, so there would be nothing to try"
                        .formatted(card.id(), String.join(", ", flags)));
    }

    static SettingException type(Card card, HyperParameter parameter, String expected, Object found) {
        return new SettingException(
                parameter.name(),
                "%s: \"%s\" must be %s, but is %s".formatted(card.id(), parameter.name(), expected, quoted(found)));
    }

    static SettingException range(Card card, HyperParameter parameter, double found) {
        String from = parameter.minimum() == null ? "" : " at least " + plain(parameter.minimum());
        String to = parameter.maximum() == null ? "" : " at most " + plain(parameter.maximum());
        String and = from.isEmpty() || to.isEmpty() ? "" : " and";
        return new SettingException(
                parameter.name(),
                "%s: \"%s\" must be%s%s%s, but is %s"
                        .formatted(
                                card.id(),
                                parameter.name(),
                                from.isEmpty() && to.isEmpty() ? " finite" : from,
                                and,
                                to,
                                plain(found)));
    }

    /** As a person writes it: 0.0001, 100. */
    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static String quoted(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}

package org.palimpsest.engine.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.Settings;
import picocli.CommandLine.Option;

/** Settings of a method or an attack as a person types them: {@code --set beta=0.1 --set gamma=2}. */
final class GivenSettings {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting other than its default; can be given several times.")
    private Map<String, String> texts = new LinkedHashMap<>();

    /**
     * All settings of a card, those not given with their defaults.
     *
     * @throws org.palimpsest.engine.card.SettingException if the card does not allow one
     */
    Settings of(Card card) {
        return Settings.of(card, values(card));
    }

    /** What was given, as values of the card's types; what is no such value stays a text, for the check to speak of. */
    Map<String, Object> values(Card card) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(
                name,
                card.hyperParameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .findFirst()
                        .map(parameter -> value(parameter, text))
                        .orElse(text)));
        return values;
    }

    private static Object value(HyperParameter parameter, String text) {
        return switch (parameter.kind()) {
            case NUMBER, INTEGER -> number(text);
            case FLAG -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case CHOICE, TEXT -> text;
        };
    }

    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}

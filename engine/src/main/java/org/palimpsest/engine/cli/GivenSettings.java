package org.palimpsest.engine.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settings of a method or an attack as a person types them: {@code --set beta=0.1 --set gamma=2}. */
final class GivenSettings {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting other than its default; can be given once for each name.")
    private List<String> given = new ArrayList<>();

    /**
     * All settings of a card, those not given with their defaults.
     *
     * @throws org.palimpsest.engine.card.SettingException if the card does not allow one
     * @throws ParameterException if one has no value, or is given twice
     */
    Settings of(Card card) {
        return Settings.of(card, values(card));
    }

    /** What was given, as values of the card's types; what is no such value stays a text, for the check to speak of. */
    Map<String, Object> values(Card card) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts().forEach((name, text) -> values.put(
                name,
                card.hyperParameters().stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .findFirst()
                        .map(parameter -> value(parameter, text))
                        .orElse(text)));
        return values;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String setting : given) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        command.commandLine(), "--set takes NAME=VALUE, such as beta=0.1, but found " + setting);
            }
            String name = setting.substring(0, equals).strip();
            String text = setting.substring(equals + 1).strip();
            String before = texts.putIfAbsent(name, text);
            if (before != null) {
                throw new ParameterException(
                        command.commandLine(),
                        "--set gives \"%s\" twice, %s and %s; give it once".formatted(name, before, text));
            }
        }
        return texts;
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

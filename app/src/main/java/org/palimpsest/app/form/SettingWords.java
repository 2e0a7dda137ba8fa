package org.palimpsest.app.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.HyperParameter;

/** What a form says of a setting. */
public final class SettingWords {
    private static final Pattern ABBREVIATION = Pattern.compile("\\b[a-z]{2,3}\\d+\\b");

    private final Messages words = Messages.of("form");

    /** The setting's key as a person reads it, with the paper's symbol: {@code learningRate} gives "Learning rate (η)". */
    public String name(HyperParameter parameter) {
        String spaced = parameter
                .name()
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        // int8 and nf4 are abbreviations.
        spaced = ABBREVIATION.matcher(spaced).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
        String key = "name." + parameter.name();
        String name =
                words.has(key) ? words.get(key) : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
        return parameter.symbol().isEmpty() ? name : words.get("setting.name", name, parameter.symbol());
    }

    /** Range and default in a line; a flag has no range. */
    public String hint(HyperParameter parameter) {
        String usual = words.get("setting.default", valueText(parameter, parameter.defaultValue()));
        boolean endless = parameter.maximum() != null && parameter.maximum() >= NumberText.MOST_EXACT;
        String range = endless && parameter.minimum() != null
                ? words.get("setting.least", NumberText.of(parameter.minimum()))
                : range(parameter);
        return range.isEmpty() ? usual : words.get("setting.hint", range, usual);
    }

    /** Meaning, range, default and the key in recipes. */
    public String tooltip(HyperParameter parameter) {
        return words.get("setting.tip", parameter.meaning(), hint(parameter), parameter.name());
    }

    /** Which values are allowed; empty where that needs no words. */
    public String range(HyperParameter parameter) {
        Double low = parameter.minimum();
        Double high = parameter.maximum();
        if (low != null && high != null) {
            return words.get("setting.between", NumberText.of(low), NumberText.of(high));
        }
        if (low != null) {
            return words.get("setting.least", NumberText.of(low));
        }
        return high == null ? "" : words.get("setting.most", NumberText.of(high));
    }

    /** What is wrong with a text that is no value of the setting's kind, and what was expected. */
    String notA(HyperParameter parameter, String found) {
        return words.get(
                "problem." + parameter.kind().name().toLowerCase(Locale.ROOT),
                found.strip(),
                String.join(", ", parameter.choices()));
    }

    /** All of these flags are off, of which one is needed. */
    String allOff(List<String> flags) {
        return words.get("problem.off", String.join(", ", flags));
    }

    /** A number outside the allowed range. */
    String outside(HyperParameter parameter, String found) {
        return words.get("problem.range", found.strip(), range(parameter));
    }

    /** A value for people. */
    public String valueText(HyperParameter parameter, Object value) {
        if (value instanceof Boolean flag) {
            return words.get(flag ? "setting.on" : "setting.off");
        }
        if (value instanceof String text && parameter.kind() == HyperParameter.Kind.TEXT) {
            return text.isEmpty() ? words.get("setting.empty") : text;
        }
        return SettingField.textOf(value);
    }

    String changed(HyperParameter parameter) {
        return words.get("edit.change", name(parameter));
    }

    String allReset() {
        return words.get("edit.reset");
    }

    String reset(HyperParameter parameter) {
        return words.get("setting.reset", name(parameter), valueText(parameter, parameter.defaultValue()));
    }
}

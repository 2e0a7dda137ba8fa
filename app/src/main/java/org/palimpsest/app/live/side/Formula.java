package org.palimpsest.app.live.side;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.MethodCard;

/**
 * A method's formula taken apart, so that its symbols can be lit by values.
 *
 * @param head the sum itself
 * @param rest what its symbols stand for; empty if the card says nothing of it
 */
record Formula(List<Part> head, String rest) {
    private static final Pattern REST = Pattern.compile("\\s+with\\s+");
    private static final String TOTAL = "L";

    /** What a part of the formula stands for. */
    enum Role {
        TEXT,
        TOTAL,
        TERM,
        SETTING
    }

    /**
     * A part of the formula.
     *
     * @param name of the term or setting; otherwise empty
     */
    record Part(Role role, String text, String name) {}

    static Formula of(MethodCard card) {
        String[] halves = REST.split(card.formula(), 2);
        return new Formula(parts(halves[0], card), halves.length > 1 ? halves[1].strip() : "");
    }

    private static List<Part> parts(String head, MethodCard card) {
        Map<String, Part> symbols = new LinkedHashMap<>();
        symbols.put(TOTAL, new Part(Role.TOTAL, TOTAL, "loss"));
        for (HyperParameter setting : card.hyperParameters()) {
            if (!setting.symbol().isEmpty()) {
                symbols.put(setting.symbol(), new Part(Role.SETTING, setting.symbol(), setting.name()));
            }
        }
        card.terms().forEach(term -> symbols.put(term.symbol(), new Part(Role.TERM, term.symbol(), term.name())));
        String any = symbols.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // A symbol ends where no letter, digit or index follows, so that L is not found in L_f.
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}_])(" + any + ")(?![\\p{L}\\p{N}_])")
                .matcher(head);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            text(parts, head.substring(from, matcher.start()));
            parts.add(symbols.get(matcher.group(1)));
            from = matcher.end();
        }
        text(parts, head.substring(from));
        return parts;
    }

    private static void text(List<Part> parts, String text) {
        if (!text.isBlank()) {
            parts.add(new Part(Role.TEXT, text.strip(), ""));
        }
    }
}

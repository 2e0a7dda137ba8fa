package org.palimpsest.engine.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Card;
import org.palimpsest.engine.card.Claim;
import org.palimpsest.engine.card.HyperParameter;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.card.MetricCard;
import org.palimpsest.engine.card.ProbeCard;
import org.palimpsest.engine.card.Source;

/** A card as text for a terminal. */
final class CardText {
    private static final int WIDTH = 100;

    private final Output output;

    CardText(Output output) {
        this.output = output;
    }

    void tell(Card card) {
        output.line("%s  (%s)", output.bold(card.name()), card.id());
        source(card.source());
        output.line("");
        if (!card.formula().isEmpty()) {
            output.line("  %s", card.formula());
            output.line("");
        }
        wrapped("", card.explanation());
        own(card);
        settings(card);
        claims(card);
    }

    private void source(Source source) {
        String year = source.year() == 0 ? "" : " " + source.year();
        String reference = source.reference().isEmpty() ? "" : ", " + source.reference();
        output.line("%s%s, %s%s", source.authors(), year, source.title(), reference);
    }

    /** What only one kind of card says. */
    private void own(Card card) {
        if (card instanceof MethodCard method) {
            heading("Needs");
            output.line("  %s", words(method.needs()));
            heading("Loss terms");
            method.terms().forEach(term -> item(term.name() + " (" + term.symbol() + ")", term.meaning()));
        } else if (card instanceof MetricCard metric) {
            heading("Read as");
            String unit = metric.unit() == null || metric.unit().isEmpty() ? "" : ", in " + metric.unit();
            output.line("  %s%s%s", better(metric.better()), range(metric.minimum(), metric.maximum()), unit);
        } else if (card instanceof ProbeCard probe) {
            heading("Plots");
            output.line("  %s", word(probe.plots()));
        } else if (card instanceof AttackCard attack) {
            heading("Curve over");
            output.line("  %s", attack.axis());
        }
    }

    private void settings(Card card) {
        if (card.hyperParameters().isEmpty()) {
            return;
        }
        heading("Settings");
        for (HyperParameter parameter : card.hyperParameters()) {
            String symbol = parameter.symbol().isEmpty() ? "" : " (" + parameter.symbol() + ")";
            String allowed = parameter.kind() == HyperParameter.Kind.CHOICE
                    ? ", one of " + String.join(", ", parameter.choices())
                    : range(parameter.minimum(), parameter.maximum());
            item(
                    parameter.name() + symbol + ": " + shown(parameter.defaultValue()),
                    word(parameter.kind()) + allowed + ". " + parameter.meaning());
        }
    }

    private void claims(Card card) {
        if (card.claims().isEmpty()) {
            return;
        }
        heading("What is known");
        for (Claim claim : card.claims()) {
            wrapped("  ", claim.trust().name() + "  " + claim.text());
        }
    }

    private void heading(String text) {
        output.line("");
        output.line("%s", output.bold(text));
    }

    private void item(String name, String text) {
        output.line("  %s", name);
        wrapped("      ", text);
    }

    private void wrapped(String indent, String text) {
        WordUtils.wrap(text, WIDTH - indent.length()).lines().forEach(line -> output.line("%s%s", indent, line));
    }

    private static String better(MetricCard.Better better) {
        return switch (better) {
            case HIGHER -> "higher is better";
            case LOWER -> "lower is better";
            case NEAR_REFERENCE -> "the closer to the retained reference, the better";
        };
    }

    private static String range(Double minimum, Double maximum) {
        if (minimum == null && maximum == null) {
            return "";
        }
        return minimum != null && maximum != null
                ? ", " + shown(minimum) + " to " + shown(maximum)
                : minimum != null ? ", at least " + shown(minimum) : ", at most " + shown(maximum);
    }

    /** Numbers without an exponent and without an idle {@code .0}. */
    private static String shown(Object value) {
        return value instanceof Double number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.isEmpty()
                ? "nothing"
                : values.stream().map(CardText::word).sorted().collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.palimpsest.engine.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.palimpsest.engine.card.Card;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the cards of one kind, or shows one. */
abstract class CardsCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Show this one's card; without it, list all.")
    private String id;

    private final String kind;
    private final List<? extends Card> cards;

    /** @param kind what the cards are of, in the singular */
    CardsCommand(String kind, List<? extends Card> cards) {
        this.kind = kind;
        this.cards = cards;
    }

    @Override
    public Integer call() {
        if (id == null) {
            list();
        } else {
            show(card());
        }
        return ExitStatus.OK;
    }

    private Card card() {
        return cards.stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s is named \"%s\"; there are %s"
                        .formatted(kind, id, cards.stream().map(Card::id).collect(Collectors.joining(", ")))));
    }

    private void list() {
        if (output.json()) {
            output.print(Map.of(kind + "s", cards));
            return;
        }
        int width = cards.stream().mapToInt(card -> card.id().length()).max().orElse(0);
        cards.forEach(card -> output.line(
                "%s%s  %s", output.bold(card.id()), " ".repeat(width - card.id().length()), card.name()));
    }

    private void show(Card card) {
        if (output.json()) {
            output.print(card);
        } else {
            new CardText(output).tell(card);
        }
    }
}

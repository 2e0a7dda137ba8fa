package org.palimpsest.app.tokens;

import org.palimpsest.app.text.Messages;

/** What a token's colour says, in a sentence. */
final class TokenReading {
    private final Messages words;
    private final Probabilities figures;

    TokenReading(Messages words) {
        this.words = words;
        this.figures = new Probabilities(words);
    }

    String of(TokenHeat token, Against against) {
        String values = words.get(
                "reading",
                token.text().strip().isEmpty()
                        ? words.get("blank")
                        : token.text().strip(),
                figures.text(token.target()),
                figures.text(token.now()),
                figures.text(token.reference()));
        return token.knows(against) ? values + " " + judgement(token, against) : values;
    }

    private String judgement(TokenHeat token, Against against) {
        String key = (against == Against.TARGET ? "target." : "reference.")
                + switch (token.change(against)) {
                    case LESS -> "less";
                    case SAME -> "same";
                    case MORE -> "more";
                };
        return words.get(key, figures.times(token.factor(against)));
    }
}

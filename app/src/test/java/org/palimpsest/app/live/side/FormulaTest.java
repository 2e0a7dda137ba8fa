package org.palimpsest.app.live.side;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;

class FormulaTest {

    @Test
    void symbolsOfTheSumAreFoundAndTheRestIsKept() {
        Formula formula = Formula.of(Catalogue.method("npo").orElseThrow());
        assertThat(formula.head())
                .extracting(part -> part.role() + " " + part.text())
                .containsExactly(
                        "TOTAL L",
                        "TEXT =",
                        "SETTING γ",
                        "TEXT ·",
                        "TERM L_f",
                        "TEXT +",
                        "SETTING α",
                        "TEXT ·",
                        "TERM L_r");
        assertThat(formula.rest()).startsWith("L_f = ");
    }

    @Test
    void everyMethodShowsItsTotalAndAllItsTerms() {
        for (MethodCard card : Catalogue.methods()) {
            Formula formula = Formula.of(card);
            assertThat(formula.head())
                    .as(card.id())
                    .filteredOn(part -> part.role() == Formula.Role.TERM)
                    .extracting(Formula.Part::name)
                    .containsExactlyElementsOf(
                            card.terms().stream().map(MethodCard.Term::name).toList());
            assertThat(formula.head()).as(card.id()).anyMatch(part -> part.role() == Formula.Role.TOTAL);
        }
    }
}

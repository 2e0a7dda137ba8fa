package org.palimpsest.engine.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    static Stream<Card> cards() {
        return Stream.of(Catalogue.methods(), Catalogue.metrics(), Catalogue.probes(), Catalogue.attacks())
                .flatMap(List::stream);
    }

    @Test
    void holdsTheMethods() {
        assertThat(Catalogue.methods())
                .extracting(MethodCard::id)
                .contains(
                        "dipo", "finetune", "ga", "ga-kl", "graddiff", "idk-dpo", "npo", "npo-kl", "retrain", "simnpo");
    }

    @Test
    void holdsTheMetrics() {
        assertThat(Catalogue.metrics())
                .extracting(MetricCard::id)
                .contains(
                        "exact-memorisation",
                        "extraction-strength",
                        "forget-quality",
                        "model-utility",
                        "probability",
                        "rouge",
                        "truth-ratio");
    }

    @Test
    void holdsTheProbes() {
        assertThat(Catalogue.probes())
                .extracting(ProbeCard::id)
                .contains(
                        "answer-probability",
                        "concept-vectors",
                        "gradient-cosine",
                        "token-distribution",
                        "truth-ratio",
                        "weight-change");
    }

    @Test
    void holdsTheAttacks() {
        assertThat(Catalogue.attacks()).extracting(AttackCard::id).contains("quantisation", "relearning");
    }

    @Test
    void namesEachFileAfterItsCard() {
        assertFiles("methods", Catalogue.methods());
        assertFiles("metrics", Catalogue.metrics());
        assertFiles("probes", Catalogue.probes());
        assertFiles("attacks", Catalogue.attacks());
    }

    /** A file of another name would give a card that has no file of its own name. */
    private static void assertFiles(String folder, List<? extends Card> cards) {
        assertThat(cards).isNotEmpty().allSatisfy(card -> assertThat(CatalogueTest.class.getResource(
                        "/org/palimpsest/resources/cards/%s/%s.json".formatted(folder, card.id())))
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void acceptsTheDefaultsOfEveryCard(Card card) {
        assertThatCode(() -> Settings.of(card, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void explainsEveryCard(Card card) {
        assertThat(List.of(
                        card.name(),
                        card.formula(),
                        card.explanation(),
                        card.source().title()))
                .noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void saysHowFarEveryCardCanBeTrusted(Card card) {
        assertThat(card.claims()).isNotEmpty().allSatisfy(claim -> assertThat(claim.trust())
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void explainsEverySetting(Card card) {
        assertThat(card.hyperParameters())
                .allSatisfy(parameter -> assertThat(parameter.meaning()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void boundsEveryNumber(Card card) {
        assertThat(card.hyperParameters())
                .filteredOn(parameter -> parameter.kind() == HyperParameter.Kind.NUMBER
                        || parameter.kind() == HyperParameter.Kind.INTEGER)
                .allSatisfy(parameter -> assertThat(parameter.minimum()).isLessThan(parameter.maximum()));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void showsEveryTermInItsFormula(Card card) {
        List<MethodCard.Term> terms = card instanceof MethodCard method ? method.terms() : List.of();
        assertThat(terms).allSatisfy(term -> assertThat(card.formula()).contains(term.symbol()));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void showsEveryCoefficientOfAMethodInItsFormula(Card card) {
        List<HyperParameter> coefficients = card instanceof MethodCard
                ? card.hyperParameters().stream()
                        .filter(parameter -> List.of("gamma", "alpha", "beta").contains(parameter.name()))
                        .toList()
                : List.of();
        assertThat(coefficients)
                .allSatisfy(parameter -> assertThat(card.formula()).contains(parameter.symbol()));
    }

    @Test
    void findsACardByItsId() {
        assertThat(Catalogue.method("npo")).map(Card::name).hasValue("Negative preference optimisation");
    }

    @Test
    void findsNothingUnderAnUnknownId() {
        assertThat(Catalogue.method("nothing")).isEmpty();
    }
}

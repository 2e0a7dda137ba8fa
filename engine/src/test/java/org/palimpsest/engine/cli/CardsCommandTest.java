package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palimpsest.engine.card.Catalogue;

class CardsCommandTest {

    @ParameterizedTest
    @CsvSource({"methods, npo", "metrics, forget-quality", "attacks, relearning", "probes, token-distribution"})
    void theListHasEveryCardOnALine(String command, String one) {
        Told told = Told.by(command);
        assertThat(told.status()).isEqualTo(ExitStatus.OK);
        assertThat(told.out().lines())
                .hasSize(Told.by(command, "--json").json().path(command).size());
        assertThat(told.out()).containsPattern("(?m)^" + one + " ");
    }

    @ParameterizedTest
    @CsvSource({"methods, npo", "metrics, forget-quality", "attacks, relearning", "probes, token-distribution"})
    void aCardAsJsonHasWhatAFormNeeds(String command, String id) {
        JsonNode card = Told.by(command, id, "--json").json();
        assertThat(card.path("id").asText()).isEqualTo(id);
        assertThat(card.path("explanation").asText()).isNotBlank();
        assertThat(card.path("hyperParameters").isArray()).isTrue();
        assertThat(card.path("claims").isArray()).isTrue();
    }

    @Test
    void aCardForPeopleHasFormulaSettingsAndTrust() {
        String card = Told.by("methods", "npo").out();
        assertThat(card)
                .contains("L = γ · L_f + α · L_r")
                .contains("beta (β): 0.1")
                .contains("0.0001 to 100.")
                .contains("FOUND")
                .contains("arXiv:2404.05868");
    }

    @Test
    void everyCardCanBeShown() {
        Catalogue.methods().forEach(card -> assertShown("methods", card.id()));
        Catalogue.metrics().forEach(card -> assertShown("metrics", card.id()));
        Catalogue.attacks().forEach(card -> assertShown("attacks", card.id()));
        Catalogue.probes().forEach(card -> assertShown("probes", card.id()));
    }

    private static void assertShown(String command, String id) {
        Told told = Told.by(command, id);
        assertThat(told.status()).as(id).isEqualTo(ExitStatus.OK);
        assertThat(told.out()).as(id).contains("(" + id + ")").doesNotContain("null");
    }

    @Test
    void anUnknownIdIsAnsweredWithTheKnownOnes() {
        Told told = Told.by("attacks", "relearn", "--json");
        assertThat(told.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(told.json().path("error").asText())
                .startsWith("no attack is named \"relearn\"")
                .contains("relearning");
    }
}

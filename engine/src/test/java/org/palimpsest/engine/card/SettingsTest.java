package org.palimpsest.engine.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Card DIPO = Catalogue.method("dipo").orElseThrow();

    private enum Pair {
        ADD,
        MUL,
        HARD
    }

    @Test
    void takesTheDefaultOfWhatIsNotGiven() {
        assertThat(Settings.of(DIPO, Map.of()).number("beta")).isEqualTo(0.02);
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(Settings.of(DIPO, Map.of("beta", 1)).number("beta")).isEqualTo(1.0);
    }

    @Test
    void turnsAChoiceIntoAConstant() {
        assertThat(Settings.of(DIPO, Map.of("pairMode", "mul")).choice("pairMode", Pair.class))
                .isEqualTo(Pair.MUL);
    }

    @Test
    void keepsTheOrderOfTheCard() {
        assertThat(Settings.of(DIPO, Map.of("alpha", 2)).values().keySet())
                .containsExactlyElementsOf(DIPO.hyperParameters().stream()
                        .map(HyperParameter::name)
                        .toList());
    }

    @Test
    void refusesAnUnknownKey() {
        refuses(Map.of("bta", 1), "dipo has no setting \"bta\"");
    }

    @Test
    void refusesAFractionForAWholeNumber() {
        refuses(Map.of("topK", 1.5), "\"topK\" must be a whole number, but is 1.5");
    }

    @Test
    void refusesAnUnknownChoice() {
        refuses(Map.of("pairMode", "soft"), "\"pairMode\" must be one of add, mul, hard, but is \"soft\"");
    }

    @Test
    void refusesANumberOutOfRange() {
        refuses(Map.of("threshold", 2), "\"threshold\" must be at least 0 and at most 1, but is 2");
    }

    @Test
    void refusesATextForANumber() {
        refuses(Map.of("beta", "0.1"), "\"beta\" must be a number, but is \"0.1\"");
    }

    private static void refuses(Map<String, Object> given, String message) {
        assertThatThrownBy(() -> Settings.of(DIPO, given))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(message);
    }
}

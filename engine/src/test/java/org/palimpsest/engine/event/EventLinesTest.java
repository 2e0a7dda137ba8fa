package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

    static List<RunEvent> events() {
        return Events.ofEveryKind();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(RunEvent event) {
        assertThat(EventLines.event(EventLines.line(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesOneLine(RunEvent event) {
        assertThat(EventLines.line(event)).doesNotContain("\n", "\r");
    }

    @Test
    void knowsAnEventOfEveryKind() {
        assertThat(events().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1})
    void keepsEveryNumberToTheLastBit(double value) {
        RunEvent.StepDone read = (RunEvent.StepDone) EventLines.event(EventLines.line(Events.step(0, 1, value)));
        assertThat(Double.doubleToRawLongBits(read.terms().get("loss"))).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void writesWhatIsNotFiniteAsText() {
        assertThat(EventLines.line(Events.step(0, 1, Double.NaN))).contains("\"loss\":\"NaN\"");
    }

    @Test
    void writesInstantsAsIso() {
        assertThat(EventLines.line(Events.step(0, 1, 1))).contains("\"at\":\"2026-03-01T12:00:00.123456789Z\"");
    }

    @Test
    void keepsTheOrderOfTerms() {
        assertThat(EventLines.line(Events.step(0, 1, 1))).containsSubsequence("loss", "forget", "retain");
    }

    @Test
    void ignoresFieldsOfLaterVersions() {
        assertThat(
                        EventLines.event(
                                "{\"event\":\"stopped\",\"sequence\":3,\"at\":\"2026-03-01T12:00:00Z\",\"step\":4,\"why\":{\"a\":1}}"))
                .isInstanceOf(RunEvent.Stopped.class);
    }

    @Test
    void readsAScoreOfALogWithoutVariants() {
        String line =
                "{\"event\":\"scored\",\"sequence\":3,\"at\":\"2026-03-01T12:00:00Z\",\"step\":4,\"metric\":\"rouge\",\"subject\":\"TARGET\",\"value\":0.5}";
        assertThat(((RunEvent.Scored) EventLines.event(line)).variant()).isEmpty();
    }

    @Test
    void refusesAnEventItDoesNotKnow() {
        assertThatThrownBy(() -> EventLines.event("{\"event\":\"teleported\",\"sequence\":3}"))
                .isInstanceOf(EventLineException.class)
                .hasMessageContaining("teleported");
    }

    @Test
    void refusesHalfALine() {
        assertThatThrownBy(() -> EventLines.event("{\"event\":\"stopped\",\"sequ"))
                .isInstanceOf(EventLineException.class)
                .hasMessageContaining("{\"event\":\"stopped\",\"sequ");
    }
}

package org.palimpsest.app.worker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.palimpsest.engine.event.EventLines;
import org.palimpsest.engine.event.Observation;
import org.palimpsest.engine.event.RunEvent;
import org.palimpsest.engine.event.Subject;
import org.palimpsest.engine.event.TokenShare;

/** The quick way through a line gives what the way through any JSON gives, or leaves the line to it. */
class ValueLineTest {
    private final ValueLine reader = new ValueLine();

    /** A value handed on. */
    private record Seen(SeriesKey key, double value) {}

    private static byte[] line(Observation... observations) {
        RunEvent event = new RunEvent.Observed(
                3, Instant.parse("2026-03-01T09:30:00.5Z"), 12, "answer-probability", List.of(observations));
        return EventLines.line(event).getBytes(StandardCharsets.UTF_8);
    }

    private static Observation value(String series, Subject subject, double value) {
        return new Observation.Value(series, subject, value);
    }

    private List<Seen> quick(byte[] line) {
        List<Seen> seen = new ArrayList<>();
        boolean read = reader.read(line, 0, line.length, (key, value) -> seen.add(new Seen(key, value)));
        return read ? seen : null;
    }

    private static List<Seen> slow(byte[] line) throws IOException {
        List<Seen> seen = new ArrayList<>();
        NumberLine.observed(
                line,
                0,
                line.length,
                (probe, series, subject, value) -> seen.add(new Seen(new SeriesKey(probe, series, subject), value)));
        return seen;
    }

    @Test
    void givesTheSameNumbersToTheLastBit() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            byte[] line = line(
                    value("forget.probability", Subject.UNLEARNED, random.nextDouble()),
                    value("retain.probability", Subject.REFERENCE, Double.isFinite(any) ? any : -0.0),
                    value("ein.Wört", Subject.TARGET, -random.nextInt(1000)));
            assertThat(quick(line)).isEqualTo(slow(line));
        }
    }

    @Test
    void leavesNumbersThatAreNotFiniteToTheOtherWay() {
        assertThat(quick(line(
                        value("forget.probability", Subject.UNLEARNED, 0.5),
                        value("retain.probability", Subject.UNLEARNED, Double.NaN))))
                .isNull();
    }

    @Test
    void leavesNamesWithSignsThatStandForOthersToTheOtherWay() {
        assertThat(quick(line(value("a \"quoted\" name", Subject.UNLEARNED, 0.5))))
                .isNull();
    }

    @Test
    void leavesLinesOfMixedShapesToTheOtherWay() {
        assertThat(quick(line(
                        value("forget.probability", Subject.UNLEARNED, 0.5),
                        new Observation.Layers("layers", Subject.UNLEARNED, List.of(1.0)))))
                .isNull();
    }

    @Test
    void handsNothingOnOfALineThatIsCut() {
        byte[] whole = line(
                value("forget.probability", Subject.UNLEARNED, 0.5),
                value("retain.probability", Subject.UNLEARNED, 0.25));
        for (int length = 0; length < whole.length; length++) {
            List<Seen> seen = new ArrayList<>();
            assertThat(reader.read(whole, 0, length, (key, value) -> seen.add(new Seen(key, value))))
                    .isFalse();
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void linesOfDistributionsAndLayersHaveNoValues() {
        byte[] tokens = line(new Observation.Tokens(
                "prompt.1", "Where?", List.of(new TokenShare(1, " word", 0.5, 0.25, 0.125)), 0.5, 1.5));
        byte[] layers = line(new Observation.Layers("weight.change", Subject.UNLEARNED, List.of(1.0, 2.0)));
        assertThat(ValueLine.mayHave(tokens, 0, tokens.length)).isFalse();
        assertThat(ValueLine.mayHave(layers, 0, layers.length)).isFalse();
    }
}

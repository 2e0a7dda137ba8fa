package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReaderTest {
    @TempDir
    Path path;

    private RunFolder folder;

    @BeforeEach
    void open() {
        folder = new RunFolder(path);
    }

    @Test
    void readsEverythingThatWasWritten() throws IOException {
        List<RunEvent> events = List.of(started(0), Events.step(1, 1, 3), Events.step(2, 2, 2));
        write(events.toArray(RunEvent[]::new));
        assertThat(RunReader.read(folder).events()).isEqualTo(events);
    }

    @Test
    void findsNothingWithoutALog() {
        assertThat(RunReader.read(folder).events()).isEmpty();
    }

    @Test
    void leavesAnUnfinishedLineOut() throws IOException {
        write(started(0), Events.step(1, 1, 3));
        append("{\"event\":\"step\",\"sequ");
        assertThat(RunReader.read(folder).events()).hasSize(2);
    }

    @Test
    void doesNotCountAnUnfinishedLine() throws IOException {
        write(started(0));
        append("{\"event\":\"step\",\"sequ");
        assertThat(RunReader.read(folder).skipped()).isZero();
    }

    @Test
    void readsOnBehindALineItDoesNotUnderstand() throws IOException {
        write(started(0));
        append("{\"event\":\"teleported\",\"sequence\":1}\nnonsense\n");
        write(Events.step(3, 1, 3));
        assertThat(RunReader.read(folder).events()).hasSize(2);
    }

    @Test
    void countsLinesItDoesNotUnderstand() throws IOException {
        append("{\"event\":\"teleported\",\"sequence\":1}\nnonsense\n");
        assertThat(RunReader.read(folder).skipped()).isEqualTo(2);
    }

    @Test
    void dropsStepsThatWereDoneAgain() throws IOException {
        resumedRun();
        assertThat(RunReader.read(folder).events())
                .filteredOn(RunEvent.StepDone.class::isInstance)
                .extracting(event -> event.sequence() + ":" + event.step())
                .containsExactly("1:1", "2:2", "6:3", "7:4");
    }

    @Test
    void dropsTheAccidentThatWasResumedFrom() throws IOException {
        resumedRun();
        assertThat(RunReader.read(folder).events()).noneMatch(RunEvent.Failed.class::isInstance);
    }

    @Test
    void keepsWhatHappenedAtTheStepResumedFrom() throws IOException {
        write(started(0), new RunEvent.Warned(1, Events.AT, 2, "careful"), new RunEvent.Resumed(2, Events.AT, 2));
        assertThat(RunReader.read(folder).events()).hasSize(3);
    }

    @Test
    void tellsEverythingThatHappenedWhenAsked() throws IOException {
        resumedRun();
        assertThat(RunReader.everything(folder)).hasSize(8);
    }

    @Test
    void appliesOneResumptionAfterAnother() throws IOException {
        resumedRun();
        write(new RunEvent.Resumed(8, Events.AT, 1), Events.step(9, 2, 1));
        assertThat(RunReader.read(folder).events())
                .extracting(RunEvent::sequence)
                .containsExactly(0L, 1L, 8L, 9L);
    }

    private void resumedRun() throws IOException {
        write(
                started(0),
                Events.step(1, 1, 5),
                Events.step(2, 2, 4),
                Events.step(3, 3, 3),
                new RunEvent.Failed(4, Events.AT, 3, "disk full", "free some"),
                new RunEvent.Resumed(5, Events.AT, 2),
                Events.step(6, 3, 3),
                Events.step(7, 4, 2));
    }

    private static RunEvent started(long sequence) {
        return new RunEvent.Started(sequence, Events.AT, 0, "run", "npo", 10);
    }

    private void write(RunEvent... events) throws IOException {
        for (RunEvent event : events) {
            append(EventLines.line(event) + "\n");
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.events(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

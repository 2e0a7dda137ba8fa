package org.palimpsest.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    private static final Clock CLOCK = Clock.fixed(Events.AT, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events größer.jsonl");
    }

    @Test
    void numbersEventsFromZero() {
        write(3);
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void returnsTheEventAsWritten() throws IOException {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            RunEvent event = log.append((n, at) -> new RunEvent.Stopped(n, at, 7));
            assertThat(Files.readString(file)).isEqualTo(EventLines.line(event) + "\n");
        }
    }

    @Test
    void givesEventsTheTimeOfItsClock() {
        write(1);
        assertThat(EventLines.event(lines().get(0)).at()).isEqualTo(Events.AT);
    }

    @Test
    void continuesTheNumbersWhenReopened() {
        write(3);
        write(2);
        assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void showsALineAsSoonAsItIsAppended() {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            append(log);
            assertThat(lines()).hasSize(1);
        }
    }

    @Test
    void keepsEveryLineAfterSync() {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            append(log);
            log.sync();
            assertThat(lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"event\":\"stopped\",\"sequence\":3,\"at\":\"20", "\0\0\0\0", "\0\0\n\0\0", "{\"a\n{\n"})
    void cutsABrokenEndOff(String broken) throws IOException {
        write(3);
        Files.writeString(file, broken, StandardOpenOption.APPEND);
        write(1);
        assertThat(sequences()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void cutsAtEveryByteOfTheLastLine() throws IOException {
        write(2);
        byte[] whole = Files.readAllBytes(file);
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        assertThat(IntStream.range(first, whole.length)).allSatisfy(length -> {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            write(1);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        });
    }

    @Test
    void saysHowMuchItCut() throws IOException {
        write(3);
        Files.writeString(file, "{\"event\"", StandardOpenOption.APPEND);
        try (EventLog log = EventLog.open(file, CLOCK)) {
            assertThat(log.cutBytes()).isEqualTo(8);
        }
    }

    @Test
    void startsAnewWhenNothingIsWhole() throws IOException {
        Files.writeString(file, "{\"event\":");
        write(1);
        assertThat(sequences()).containsExactly(0L);
    }

    @Test
    void findsALastLineLongerThanABlock() {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            append(log);
            log.append((n, at) -> new RunEvent.Warned(n, at, 1, "ä".repeat(50_000)));
        }
        write(1);
        assertThat(sequences()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void keepsEventsOfLaterVersions() throws IOException {
        Files.writeString(file, "{\"event\":\"teleported\",\"sequence\":41}\n");
        try (EventLog log = EventLog.open(file, CLOCK)) {
            assertThat(log.nextSequence()).isEqualTo(42);
        }
    }

    @Test
    void saysWhatToDoWhenTheDiskIsFull() throws IOException {
        try (EventLog log = onDiskWith(400)) {
            append(log);
            assertThatThrownBy(() -> IntStream.range(0, 9).forEach(i -> append(log)))
                    .isInstanceOf(EventLogException.class)
                    .hasMessageContainingAll(file.toString(), "No space left on device", "Free disk space");
        }
    }

    @Test
    void leavesWholeLinesWhenTheDiskIsFull() throws IOException {
        try (EventLog log = onDiskWith(400)) {
            assertThat(catchThrowable(() -> IntStream.range(0, 9).forEach(i -> append(log))))
                    .isNotNull();
        }
        assertThat(lines()).hasSizeBetween(1, 8).allSatisfy(line -> assertThat(EventLines.event(line))
                .isInstanceOf(RunEvent.StepDone.class));
    }

    @Test
    void goesOnWithoutAGapOnceThereIsRoomAgain() throws IOException {
        FullDisk disk = disk(400);
        try (EventLog log = new EventLog(file, disk, CLOCK)) {
            assertThat(catchThrowable(() -> IntStream.range(0, 9).forEach(i -> append(log))))
                    .isNotNull();
            disk.makeRoom();
            append(log);
        }
        assertThat(sequences())
                .isEqualTo(IntStream.range(0, lines().size())
                        .mapToObj(i -> (long) i)
                        .toList());
    }

    @Test
    void saysThatItsFolderCannotBeWritten() {
        Path missing = folder.resolve("none").resolve("events.jsonl");
        assertThatThrownBy(() -> EventLog.open(missing, CLOCK))
                .isInstanceOf(EventLogException.class)
                .hasMessageContainingAll(missing.toString(), "cannot be opened for writing");
    }

    @Test
    void keepsLinesWholeUnderSeveralThreads() {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            IntStream.range(0, 400).parallel().forEach(i -> append(log));
        }
        assertThat(sequences())
                .isEqualTo(IntStream.range(0, 400).mapToObj(i -> (long) i).toList());
    }

    private FullDisk disk(int free) throws IOException {
        return new FullDisk(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                free);
    }

    private EventLog onDiskWith(int free) throws IOException {
        return new EventLog(file, disk(free), CLOCK);
    }

    private void write(int events) {
        try (EventLog log = EventLog.open(file, CLOCK)) {
            for (int i = 0; i < events; i++) {
                append(log);
            }
        }
    }

    private static void append(EventLog log) {
        log.append((n, at) -> Events.step(n, n + 1, 0.5));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> sequences() {
        return lines().stream().map(line -> EventLines.event(line).sequence()).toList();
    }
}
